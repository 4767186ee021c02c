import type { Outgoing } from '../../domain/mail/outgoing.ts';
import type { Context, LetterText } from './composed.ts';
import type { OutboxDeps } from './deps.ts';

/** What an agent wrote, as it lies on the case; null when it was withdrawn. */
export async function composeReply(
  _deps: OutboxDeps,
  mail: Outgoing,
  { conversation }: Context,
): Promise<LetterText | null> {
  const message = conversation.find(({ id }) => id === mail.id);
  if (message === undefined) return null;
  const { to, cc, subject, safeHtml, visibleText } = message;
  return { to, cc, subject, html: safeHtml, text: visibleText, attachments: [] };
}
