import { isClosing, isDisclaimer, looksLikeContact } from './closing-lines.ts';
import { isDeviceLine } from './device-line.ts';
import { isBlank } from './quote-lines.ts';

const listFooter = /mailing list|unsubscribe|mailman\/listinfo|list-unsubscribe/i;
/** How far from the end a signature is looked for. */
const lowest = 40;
const longestFooter = 14;
const mostFooterLines = 6;
/** What a phone, a law firm and a person add may stand below each other. */
const mostParts = 5;

/** The writer's lines and the signature below them. All of it is text where nothing of the mail's own would remain. */
export function splitSignature(lines: string[]): { own: string[]; signature: string[] } {
  let end = withoutBlanks(lines, lines.length);
  for (let round = 0; round < mostParts; round += 1) {
    const from = Math.max(0, end - lowest);
    end = withoutBlanks(lines, from + endOfOwn(lines.slice(from, end), from === 0));
  }
  const own = lines.slice(0, end);
  if (!own.some((line) => !isBlank(line))) return { own: lines, signature: [] };
  return { own, signature: lines.slice(end) };
}

/** The line that sets a signature apart (RFC 3676, 4.3), with or without the blank that it should end in, or its like. */
export function isDelimiter(line: string): boolean {
  return /^\s{0,2}(?:--|[—–]{1,60}|_{2,9})\s{0,3}$/.test(line);
}

function withoutBlanks(lines: string[], end: number): number {
  let at = end;
  while (at > 0 && isBlank(lines[at - 1] ?? '')) at -= 1;
  return at;
}

/** Where the lowest part that is not the writer's begins. @param whole true when these are all lines of the text */
function endOfOwn(lines: string[], whole: boolean): number {
  if (isDeviceLine(lines.at(-1) ?? '')) return lines.length - 1;
  for (let index = lines.length - 1; index >= (whole ? 1 : 0); index -= 1) {
    const line = lines[index] ?? '';
    const below = lines.slice(index + 1);
    if (/^\s{0,2}--\s{0,3}$/.test(line) || isDisclaimer(line)) return index;
    if (isDelimiter(line) && isShort(below)) return index;
    if (isRule(line) && isFooter(below)) return index;
    if (isClosing(line) && looksLikeContact(below.slice(nameLines(below)))) return index + 1 + nameLines(below);
  }
  return lines.length;
}

/** A rule drawn of any of these, such as `________` or `* * *`. */
function isRule(line: string): boolean {
  return /^\s{0,2}(?:[-_=]{10,}|[*.·](?:\s?[*.·]){2,40}|\*\*[.\s]{8,60}\*\*)\s{0,3}$/.test(line);
}

function isFooter(below: string[]): boolean {
  const said = below.filter((line) => !isBlank(line));
  if (said.length === 0 || said.length > longestFooter) return said.length === 0;
  if (said.length === 1) return (said[0] ?? '').length <= 60;
  const list = said.length <= mostFooterLines && said.some((line) => listFooter.test(line.slice(0, 400)));
  return list || looksLikeContact(below);
}

function isShort(below: string[]): boolean {
  const said = below.filter((line) => !isBlank(line));
  return said.length <= longestFooter && said.every((line) => line.length <= 120);
}

/** The lines below "Kind regards," that hold the name. */
function nameLines(below: string[]): number {
  const first = below.findIndex((line) => !isBlank(line));
  const name = below[first] ?? '';
  const isName =
    first >= 0 && first < 3 && name.length <= 40 && !/[\d@:|]/.test(name) && name.trim().split(/\s+/).length <= 5;
  return isName ? first + 1 : 0;
}
