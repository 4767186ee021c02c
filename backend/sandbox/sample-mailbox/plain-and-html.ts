export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Lines this long were wrapped by the writer's editor; shorter ones were ended on purpose (greeting, signature). */
const wrappedFrom = 60;

/** Header lines of a quoted mail stand alone however long they are. */
const headerLine = /^\p{L}{1,12}( el)? ?: /u;

function joinLines(block: string): string {
  return block
    .split('\n')
    .map((line) => escapeHtml(line.trim()) + (line.length < wrappedFrom || headerLine.test(line) ? '<br>' : ' '))
    .join('\n')
    .replace(/(<br>| )$/, '');
}

/** Blocks between blank lines, as HTML without a surrounding element. */
export function htmlBlocks(text: string): string[] {
  return text.trim().split(/\n\n+/).map(joinLines);
}

/** What a client would quote or preview of a mail. Enough for mails written here, not for strangers' HTML. */
export function plainTextOf(mail: { text?: string; html?: string }): string {
  if (mail.text !== undefined) return mail.text.trim();
  const html = mail.html ?? '';
  return html
    .replace(/<(style|head)\b[^>]*>[\s\S]*?<\/\1>/gi, '')
    .replace(/<br>\n?|<\/(p|div|li|tr|h1|h2)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
