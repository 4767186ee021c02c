const control = /\p{Cc}/gu;
/** Marks that reorder or hide text: directional overrides and isolates, zero-width characters, soft hyphen, BOM. */
const hidden = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const markdown = /[\\`*_~[\]<>#|]/g;
/** What would begin a list or a rule, at the start of a line. */
const listMark = /^([-+=]|\d{1,9}[.)])(?=\s|$|[-=])/;

/**
 * Customer text on one line of at most `max` characters, safe wherever a card shows text as it stands: no control or
 * hidden characters, and nothing that a client would replace by a date.
 */
export function line(text: string, max: number): string {
  const flat = text
    .slice(0, max * 4)
    .replace(control, ' ')
    .replace(hidden, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  const characters = Array.from(flat);
  const cut =
    characters.length > max
      ? `${characters
          .slice(0, max - 1)
          .join('')
          .trimEnd()}…`
      : flat;
  return cut.replaceAll('{{', '{ {');
}

/** Like `line`, for places that read markdown: what the customer wrote stays text, never a link, a heading or a mention. */
export function plain(text: string, max: number): string {
  return line(text, max)
    .replace(markdown, '\\$&')
    .replace(listMark, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`);
}
