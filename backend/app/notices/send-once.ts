import { Failure, isFailure } from '../../domain/failure.ts';
import type { Letter } from '../../domain/mail/letter.ts';
import type { MailSender, OwnMailMarks } from '../../ports/mail-sender.ts';

/** Where it is written down which draft carries a letter. */
export interface DraftNote {
  /** Graph id of the draft, or null. */
  read(): Promise<string | null>;
  /** The first draft is kept. @returns the one that holds */
  keep(graphId: string): Promise<string>;
}

/**
 * Sends a letter that belongs to no case. Which draft it is stands in the store before it is sent, and a draft can be
 * sent once only, so that neither a crash nor another process sends it twice.
 * @param since nothing of it can be in the mailbox that is older, RFC 3339
 */
export async function sendOnce(sender: MailSender, letter: Letter, since: string, note: DraftNote): Promise<void> {
  const { id: mark, internetMessageId } = letter;
  const marks: OwnMailMarks = { graphId: null, internetMessageId, mark, since };
  const graphId = (await note.read()) ?? (await layDraft(sender, letter, marks, note));
  if (graphId !== null) await sendDraft(sender, letter.mailbox, { ...marks, graphId });
}

/** @returns null when it was sent before */
async function layDraft(
  sender: MailSender,
  letter: Letter,
  marks: OwnMailMarks,
  note: DraftNote,
): Promise<string | null> {
  const found = await sender.look(letter.mailbox, marks);
  if (found?.state === 'sent') return null;
  const laid = found?.graphId ?? (await sender.draft(letter, null));
  const kept = await note.keep(laid);
  if (kept !== laid) await sender.discard(letter.mailbox, laid);
  return kept;
}

async function sendDraft(sender: MailSender, mailbox: string, marks: OwnMailMarks): Promise<void> {
  try {
    await sender.send(mailbox, marks.graphId ?? '');
  } catch (error) {
    // Graph refuses a draft that is none any more: we ourselves have sent it.
    if (!isFailure(error, 'invalid') && !isFailure(error, 'not-found')) throw error;
    const found = await sender.look(mailbox, marks);
    if (found === null) throw new Failure('unavailable', 'The mail is on its way or lost.', { cause: error });
    if (found.state === 'draft') throw error;
  }
}
