import type { SupportCase } from '../case/case.ts';
import type { IncomingMail, Instant, Judgement } from '../mail/mail.ts';
import { type Outgoing, queued } from '../mail/outgoing.ts';

/** Whoever wrote longer ago than this is not told any more that their mail has arrived. */
const latestMs = 24 * 60 * 60_000;

/**
 * The acknowledgement that a mail which opened a case calls for, or null where none may be sent. Its text is chosen
 * when it is sent, because by then the analyst knows the language and the mood.
 * @param id of the message that the acknowledgement becomes
 */
export function acknowledgementOf(
  mail: IncomingMail,
  judgement: Judgement,
  opened: { id: string; caseId: string; messageId: string },
  at: Instant,
): Outgoing | null {
  if (!judgement.mayAutoRespond || mail.graphId === null) return null;
  if (Date.parse(at) - Date.parse(mail.receivedAt) > latestMs) return null;
  return queued({
    id: opened.id,
    caseId: opened.caseId,
    mailbox: mail.mailbox,
    kind: 'acknowledgement',
    answers: opened.messageId,
    queuedAt: at,
    notBefore: at,
    undo: null,
  });
}

/** Why an acknowledgement that was due is not sent after all, or null when it still makes sense. */
export function reasonNotToAcknowledge(
  value: Pick<SupportCase, 'status' | 'firstResponseAt' | 'mergedInto'>,
  queuedAt: Instant,
  nowMs: number,
): string | null {
  if (value.firstResponseAt !== null) return 'No acknowledgement: somebody has answered already.';
  if (value.mergedInto !== null) return 'No acknowledgement: the case was merged into another.';
  if (value.status === 'closed') return 'No acknowledgement: the case is closed already.';
  if (nowMs - Date.parse(queuedAt) > latestMs) return 'No acknowledgement: it would come a day late.';
  return null;
}
