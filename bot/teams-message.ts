import type { MessageActionsPayload } from 'botbuilder';
import type { CardData } from './card-data.ts';
import { spoken } from './commands/spoken.ts';

const longestSubject = 120;
const mostFiles = 20;

/** What a case made from a message begins with: who wrote it and when, what it says, its files, and a link back. */
export function messageOrigin(message: MessageActionsPayload | undefined): CardData {
  if (message === undefined) return {};
  const { text } = spoken(withBreaks(message.body?.content ?? ''), [], '');
  const author = message.from?.user?.displayName ?? message.from?.application?.displayName ?? 'Somebody';
  const files = (message.attachments ?? [])
    .filter(({ contentType, name }) => contentType !== 'messageReference' && typeof name === 'string' && name !== '')
    .slice(0, mostFiles)
    .map(
      ({ name, contentUrl }) =>
        `- ${name}${typeof contentUrl === 'string' && contentUrl.startsWith('https://') ? ` ${contentUrl}` : ''}`,
    );
  const link = message.linkToMessage;
  const description = [
    text
      .replaceAll(lineMark, '\n')
      .replace(/ *\n */gu, '\n')
      .trim(),
    '',
    `Written in Teams by ${author}${message.createdDateTime === undefined ? '' : ` at ${message.createdDateTime}`}.`,
    ...(files.length > 0 ? ['Files:', ...files] : []),
    ...(typeof link === 'string' && link.startsWith('https://') ? [link] : []),
  ].join('\n');
  const subject = message.subject?.trim() || text.replaceAll(lineMark, ' ').replace(/\s+/gu, ' ').trim();
  return {
    subject: subject.slice(0, longestSubject),
    description,
    customerName: author,
    customerEmail: /[\w.+-]{1,64}@[\w-]{1,100}(?:\.[\w-]{1,60}){1,4}/u.exec(text)?.[0] ?? '',
    ...(message.id !== undefined && { token: `message-${message.id}`.slice(0, 90) }),
  };
}

/** Stands for the end of a line while markup and white space are taken away. */
const lineMark = '\ue020';

function withBreaks(html: string): string {
  return html.slice(0, 20_000).replace(/\r?\n|<br ?\/?>|<\/p>|<\/div>|<\/li>/giu, lineMark);
}
