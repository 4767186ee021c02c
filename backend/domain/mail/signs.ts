import type { IncomingMail } from './mail.ts';

const telling = new Set([
  'auto-submitted',
  'precedence',
  'list-id',
  'list-unsubscribe',
  'x-auto-response-suppress',
  'in-reply-to',
  'authentication-results',
  'return-path',
  'x-loop',
  'x-handyconnect-case',
]);
const mostSigns = 10;
const longestValue = 200;

/** The headers that people look at to understand what became of a mail. */
export function signsOf(mail: Pick<IncomingMail, 'headers'>): { name: string; value: string }[] {
  return mail.headers
    .filter(({ name }) => telling.has(name.toLowerCase()))
    .slice(0, mostSigns)
    .map(({ name, value }) => ({ name, value: value.replace(/\s+/g, ' ').slice(0, longestValue) }));
}
