import type { CaseMessage } from '../../domain/case/case.ts';
import { Failure } from '../../domain/failure.ts';
import type { Letter } from '../../domain/mail/letter.ts';
import type { Outgoing } from '../../domain/mail/outgoing.ts';
import { quoteHtml, quoteText } from '../../domain/reply/quote.ts';
import { fileKey } from '../files/keep-file.ts';
import type { Context, LetterText } from './composed.ts';
import type { OutboxDeps } from './deps.ts';

/** What an agent wrote, as it lies on the case, above the mail it answers; null when it was taken back. */
export async function composeReply(
  deps: OutboxDeps,
  mail: Outgoing,
  { conversation, answered }: Context,
): Promise<LetterText | null> {
  const message = conversation.find(({ id }) => id === mail.id);
  if (message === undefined) return null;
  const { to, cc, subject, safeHtml } = message;
  const own = deps.outgoingText.clean(safeHtml);
  const html = answered === null ? own.html : `${own.html}\n${quoteHtml(answered, quotable(deps, answered))}`;
  const text = answered === null ? own.text : `${own.text}\n\n${quoteText(answered)}`;
  return { to, cc, subject, html, text, attachments: await filesOf(deps, message) };
}

function quotable(deps: OutboxDeps, answered: CaseMessage): string {
  return deps.outgoingText.clean(answered.safeHtml).html;
}

/** @throws Failure `unavailable` while a file cannot be read: a reply never leaves without its files */
async function filesOf(deps: OutboxDeps, message: CaseMessage): Promise<Letter['attachments']> {
  return Promise.all(
    message.attachments.map(async ({ id, name, type }) => {
      const bytes = await deps.blobs.get(fileKey(deps.ids, message.id, id));
      if (bytes === undefined) throw new Failure('unavailable', 'A file of the reply is missing from the store.');
      return { name, type, bytes };
    }),
  );
}
