import type { SupportCase } from '../../domain/case/case.ts';
import type { Letter } from '../../domain/mail/letter.ts';
import { ownMessageId } from '../../domain/mail/own-message-id.ts';
import { plainHtml } from '../../domain/reply/plain-html.ts';
import type { Agent } from '../../ports/directory.ts';
import type { Outgoing } from '../../ports/outgoing.ts';
import type { EngineDeps } from '../workflow/deps.ts';
import { sendOnce } from './send-once.ts';

const longestSubject = 150;
const closing = 'This is a notice of HandyConnect. Please write on the case instead of answering it.';

/**
 * Mails somebody who works here from the case's mailbox, once. The case's conversation knows nothing of it.
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
  await sendOnce(deps.sender, letter, outgoing.notedAt, {
    read: () => deps.outgoing.draftOf(outgoing),
    keep: (graphId) => deps.outgoing.keepDraft(outgoing, graphId),
  });
  return true;
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
