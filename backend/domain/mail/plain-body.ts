import type { IncomingMail } from './mail.ts';

/** No more of a body is looked at. */
const longestBody = 200_000;
const lineEnds = /^(?:br|p|div|tr|li|h[1-6]|table|hr|blockquote|pre)$/;
const unread = new Set(['head', 'style', 'script', 'title']);

/**
 * The words of a body, line by line, for looking for signs in them: tags are left out, a few entities read. Not for
 * showing, and no statement about what is safe. Takes time in proportion to the body.
 */
export function plainBody({ type, content }: IncomingMail['body']): string {
  const body = content.slice(0, longestBody);
  return type === 'text' ? body : withoutEntities(withoutTags(body));
}

function withoutTags(html: string): string {
  const endless = new Set<string>();
  let text = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const close = open < 0 ? -1 : html.indexOf('>', open);
    if (close < 0) return text + html.slice(at);
    text += html.slice(at, open);
    const name = /^<(\/?[a-z][a-z0-9]{0,12})/i.exec(html.slice(open, open + 16))?.[1]?.toLowerCase() ?? '';
    if (lineEnds.test(name.replace('/', ''))) text += '\n';
    const end = unread.has(name) && !endless.has(name) ? html.indexOf(`</${name}`, close) : -1;
    // Looked for once and in vain, an end tag is not looked for again.
    if (end < 0) endless.add(name);
    at = end < 0 ? close + 1 : end;
  }
  return text;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', '#39': "'" };

function withoutEntities(text: string): string {
  return text.replace(
    /&(amp|lt|gt|quot|apos|nbsp|#39|#160);/gi,
    (_, name: string) => entities[name.toLowerCase()] ?? ' ',
  );
}
