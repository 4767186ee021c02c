import type { CaseMessage, SupportCase } from '../../domain/case/case.ts';
import type { Instant } from '../../domain/mail/mail.ts';
import { queued } from '../../domain/mail/outgoing.ts';
import type { Applied } from '../../domain/workflow/apply-actions.ts';
import type { CaseTransaction } from '../../ports/case-store.ts';
import { noteOf } from './case-note.ts';
import type { WorkflowDeps } from './deps.ts';

export interface Written {
  /** Names what is written: the same id never writes anything twice. */
  id: string;
  author: string;
  at: Instant;
  /** The customer's message that mail answers; null where there is none, or where a machine wrote it. */
  answers: CaseMessage | null;
}

/** Adds the notes and the mail of a list of actions to the commit that carries them out. @returns the note, or null */
export function writeApplied(
  deps: WorkflowDeps,
  tx: CaseTransaction,
  value: SupportCase,
  { notes, mails }: Pick<Applied, 'notes' | 'mails'>,
  { id, author, at, answers }: Written,
): CaseMessage | null {
  const note = noteOf(deps, value.id, notes, { id, author, at });
  if (note !== null) tx.addMessage(note);
  const mailbox = value.mailbox ?? deps.ourMailboxes[0];
  // Nobody is answered who has not written, and no machine is answered by a machine.
  if (mailbox === undefined || answers === null || answers.automatic) return note;
  for (const kind of new Set(mails)) {
    const mailId = deps.ids.derived('rule-mail', value.id, id, kind);
    const mail = { id: mailId, caseId: value.id, mailbox, kind, answers: answers.id };
    tx.putOutgoing(queued({ ...mail, queuedAt: at, notBefore: at, undo: null }));
  }
  return note;
}
