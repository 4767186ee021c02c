const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Plain text as HTML that says the same: an empty line parts paragraphs, a single one stays a line break. */
export function textHtml(text: string): string {
  const escaped = text.trim().replace(/[&<>"]/g, (mark) => entities[mark] ?? '');
  return escaped
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('');
}
