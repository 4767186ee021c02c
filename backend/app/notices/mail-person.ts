import type { SupportCase } from '../../domain/case/case.ts';
import { Failure, isFailure } from '../../domain/failure.ts';
import type { Letter } from '../../domain/mail/letter.ts';
import { ownMessageId } from '../../domain/mail/own-message-id.ts';
import { plainHtml } from '../../domain/reply/plain-html.ts';
import type { Agent } from '../../ports/directory.ts';
import type { OwnMailMarks } from '../../ports/mail-sender.ts';
import type { Outgoing } from '../../ports/outgoing.ts';
import type { EngineDeps } from '../workflow/deps.ts';

const longestSubject = 150;
const closing = 'This is a notice of HandyConnect. Please write on the case instead of answering it.';

/**
 * Mails somebody who works here from the case's mailbox. The case's conversation knows nothing of it. Which draft it is
 * stands in the store before it is sent, and a draft can be sent once only, so that a crash sends nothing twice.
 * @returns false where there is no address to write to or from
 */
export async function mailPerson(
  deps: EngineDeps,
  outgoing: Outgoing,
  { email, name }: Agent,
  text: string,
  value: SupportCase,
): Promise<boolean> {
  const mailbox = value.mailbox ?? deps.ourMailboxes[0];
  if (mailbox === undefined || email === '') return false;
  const letter = letterOf(deps, outgoing, { mailbox, to: { email, name }, text, value });
  const { id: mark, internetMessageId } = letter;
  const marks: OwnMailMarks = { graphId: null, internetMessageId, mark, since: outgoing.notedAt };
  const graphId = (await deps.outgoing.draftOf(outgoing)) ?? (await layDraft(deps, outgoing, letter, marks));
  if (graphId !== null) await sendDraft(deps, mailbox, { ...marks, graphId });
  return true;
}

/** @returns null when it was sent before */
async function layDraft(
  { sender, outgoing: rows }: EngineDeps,
  outgoing: Outgoing,
  letter: Letter,
  marks: OwnMailMarks,
): Promise<string | null> {
  const found = await sender.look(letter.mailbox, marks);
  if (found?.state === 'sent') return null;
  const laid = found?.graphId ?? (await sender.draft(letter, null));
  const kept = await rows.keepDraft(outgoing, laid);
  if (kept !== laid) await sender.discard(letter.mailbox, laid);
  return kept;
}

async function sendDraft({ sender }: EngineDeps, mailbox: string, marks: OwnMailMarks): Promise<void> {
  try {
    await sender.send(mailbox, marks.graphId ?? '');
  } catch (error) {
    // Graph refuses a draft that is none any more: we ourselves have sent it.
    if (!isFailure(error, 'invalid') && !isFailure(error, 'not-found')) throw error;
    const found = await sender.look(mailbox, marks);
    if (found === null) throw new Failure('unavailable', 'The notice is on its way or lost.', { cause: error });
    if (found.state === 'draft') throw error;
  }
}

interface Content {
  mailbox: string;
  to: Letter['to'][number];
  text: string;
  value: SupportCase;
}

function letterOf(deps: EngineDeps, outgoing: Outgoing, { mailbox, to, text, value }: Content): Letter {
  const id = deps.ids.derived('notice', outgoing.id);
  const open = `${deps.publicUrl}/tab/?case=${encodeURIComponent(value.number)}`;
  const body = `${text}\n\n${open}\n\n${closing}`;
  return {
    id,
    mailbox,
    internetMessageId: ownMessageId({ id, caseId: value.id }, mailbox),
    caseNumber: value.number,
    to: [to],
    cc: [],
    subject: `[${value.number}] ${text.replace(/\s+/g, ' ').slice(0, longestSubject)}`,
    html: plainHtml(body),
    text: body,
    inReplyTo: null,
    references: [],
    automatic: true,
    at: deps.clock.now(),
    attachments: [],
  };
}
