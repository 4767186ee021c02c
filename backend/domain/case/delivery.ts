import type { DeliveryReport } from '../mail/delivery-report.ts';
import type { Instant } from '../mail/mail.ts';
import { normaliseMessageId } from '../mail/thread-ids.ts';
import type { CaseMessage } from './case.ts';

/**
 * The mail of ours that a report speaks of, among the messages of its case: the one it names, else the last one to an
 * address that it says failed. Undefined when none of them is meant.
 * @param answered Message-IDs that the report itself answers, as Exchange writes them
 */
export function reportedMessage(
  messages: readonly CaseMessage[],
  report: DeliveryReport,
  answered: string[],
): CaseMessage | undefined {
  const ids = new Set([...report.originalIds, ...answered].map(normaliseMessageId));
  const ours = messages.filter(({ delivery }) => delivery !== undefined);
  const named = ours.find(({ internetMessageId: id }) => id !== null && ids.has(normaliseMessageId(id)));
  const failed = new Set(report.recipients.map(({ email }) => email));
  return named ?? ours.findLast(({ to, cc }) => [...to, ...cc].some(({ email }) => failed.has(email.toLowerCase())));
}

/** The message as one that came back, or null where the report says no such thing: delayed or delivered mail is no bounce. */
export function bounced(message: CaseMessage, report: DeliveryReport, at: Instant): CaseMessage | null {
  const { delivery } = message;
  const failed = report.recipients.filter(({ outcome }) => outcome === 'failed');
  if (delivery === undefined || delivery.state === 'bounced' || failed.length === 0) return null;
  const whom = failed.map(({ email, status }) => (status === null ? email : `${email} (${status})`)).join(', ');
  return { ...message, delivery: { ...delivery, state: 'bounced', at, error: `It did not reach ${whom}.` } };
}
