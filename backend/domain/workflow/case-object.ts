import type { CaseMessage, SupportCase } from '../case/case.ts';
import { standing, stateAt } from '../sla/clocks.ts';

const hourMs = 3_600_000;

/**
 * A case as conditions see it: the fields of the API by their names, the newest message as `message`, and what follows
 * from the moment (`sla`, `hoursSinceCreated`). Texts hold what the customer wrote, without quotes.
 */
export function caseObject(value: SupportCase, message: CaseMessage | null, nowMs: number): Record<string, unknown> {
  const { customer } = value;
  return {
    ...value,
    customer: { ...customer, domain: domainOf(customer.email) },
    sla: stateAt(standing(value), nowMs),
    hoursSinceCreated: (nowMs - Date.parse(value.createdAt)) / hourMs,
    message: message === null ? null : messageObject(message),
  };
}

function messageObject(message: CaseMessage): Record<string, unknown> {
  const { direction, from, to, cc, subject, visibleText, attachments, automatic, at } = message;
  return {
    direction,
    from: from?.email ?? null,
    to: to.map(({ email }) => email),
    cc: cc.map(({ email }) => email),
    subject,
    text: visibleText,
    attachments: attachments.map(({ name }) => name),
    automatic,
    at,
  };
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}
