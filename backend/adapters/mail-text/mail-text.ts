import type { IncomingMail } from '../../domain/mail/mail.ts';
import { quoteMark } from '../../domain/mail/quote-lines.ts';
import { visibleText } from '../../domain/mail/visible-text.ts';
import type { MailText, ReadableMail } from '../../ports/mail-text.ts';
import { htmlText } from './html-text.ts';
import { safeHtml } from './safe-html.ts';

/** Characters of a body that are looked at; what follows is cut. */
const longestBody = 200_000;
/** No real mail of that length has more tags; building them is what would take long. */
const mostTags = 12_000;

export function createMailText(): MailText {
  return { read };
}

function read(body: IncomingMail['body']): ReadableMail {
  const content = body.content.slice(0, longestBody).replaceAll('\u0000', '').replaceAll(quoteMark, '');
  return body.type === 'html' ? readHtml(upToTag(content, mostTags)) : readText(content);
}

function upToTag(html: string, most: number): string {
  let at = -1;
  for (let seen = 0; seen <= most; seen += 1) {
    at = html.indexOf('<', at + 1);
    if (at < 0) return html;
  }
  return html.slice(0, at);
}

function readHtml(html: string): ReadableMail {
  const safe = safeHtml(html, { showHidden: false });
  const text = htmlText(safe);
  if (text.trim() === '') return withAllShown(html);
  return { ...readable(text), safeHtml: safe };
}

/** A mail that hides everything it says is shown whole. */
function withAllShown(html: string): ReadableMail {
  const safe = safeHtml(html, { showHidden: true });
  return { ...readable(htmlText(safe)), safeHtml: safe };
}

function readText(content: string): ReadableMail {
  return { ...readable(content), safeHtml: `<div style="white-space:pre-wrap">${escaped(content)}</div>` };
}

function readable(content: string): Omit<ReadableMail, 'safeHtml'> {
  const { text, hasQuoted, signature } = visibleText(content);
  return { visibleText: text, hasQuoted, signature };
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
}
