import { isGatewayNotice } from './closing-lines.ts';
import { isDeviceLine } from './device-line.ts';
import { isLabelled } from './header-labels.ts';
import {
  attributionLength,
  introducesQuote,
  isBlank,
  isQuoted,
  isSeparator,
  leadsToHistory,
  quoteMark,
  startsHistory,
} from './quote-lines.ts';
import { isDelimiter, splitSignature } from './signature-lines.ts';

/** A mail's text, taken apart. */
export interface VisibleText {
  /** What the writer added, without quoted mails and signature. Empty only when the whole text is blank. */
  text: string;
  /** True when an earlier mail was left out. */
  hasQuoted: boolean;
  /** What was left out as signature, the device's own line included; empty when there is none. */
  signature: string;
}

/**
 * The writer's own words of a plain-text mail: without earlier mails (quoted with `>`, introduced by "On … wrote:", a
 * separator or a block of headers) and without signature. Takes time in proportion to the text. A text that would be
 * left empty stays whole: a bare forward, or an answer below an unmarked quote.
 */
export function visibleText(text: string): VisibleText {
  const lines = withoutPreamble(text.split(/\r\n|\r|\n/));
  const end = historyStart(lines);
  const above = lines.slice(0, end);
  const own = withoutQuotes(above);
  const split = splitSignature(own);
  const kept = tidy(split.own);
  if (kept === '') return { text: tidy(lines), hasQuoted: false, signature: '' };
  const hasQuoted =
    own.length < above.length || lines.slice(end).some((line) => !isBlank(line.replaceAll(quoteMark, '')));
  return { text: kept, hasQuoted, signature: tidy(split.signature.filter((line) => !isDelimiter(line))) };
}

/** Without what gateways put above mail from outside, and the device's line where it came to stand on top. */
function withoutPreamble(lines: string[]): string[] {
  const first = lines.findIndex((line) => !isBlank(line));
  const line = lines[first] ?? '';
  if (first < 0 || !(isGatewayNotice(line) || isDeviceLine(line))) return lines;
  const rest = lines.slice(first + 1);
  return rest.some((one) => !isBlank(one)) ? withoutPreamble(rest) : lines;
}

/** The first line of the history below the writer's own words; the number of lines when there is none. */
function historyStart(lines: string[]): number {
  let ownSeen = -1;
  for (const [index, line] of lines.entries()) {
    if (isBlank(line) || isQuoted(line)) continue;
    if (ownSeen >= 0 && startsHistory(lines, index)) return ledTo(lines, index, ownSeen);
    const attribution = attributionLength(lines, index, ownSeen);
    if (attribution > 0 && ownSeen >= 0 && !quoteFollows(lines, index) && somethingAbove(lines, index - attribution)) {
      return ledTo(lines, index - attribution + 1, ownSeen);
    }
    // Below the line that a phone adds stands what was answered, if anything.
    if (ownSeen >= 0 && isBlank(lines[index - 1] ?? '') && isDeviceLine(line)) return index + 1;
    // Headers on top of everything belong to a mail that is answered below them.
    if (ownSeen < 0 && !line.includes(quoteMark) && !isLabelled(line) && !isSeparator(line)) ownSeen = index;
  }
  return lines.length;
}

/** Where the lines begin that only lead up to the history, such as a rule above its headers. */
function ledTo(lines: string[], start: number, ownSeen: number): number {
  let from = start;
  for (let at = start - 1; at > ownSeen && start - at < 6; at -= 1) {
    const line = lines[at] ?? '';
    if (isBlank(line)) continue;
    if (!leadsToHistory(line)) break;
    from = at;
  }
  return from;
}

function somethingAbove(lines: string[], index: number): boolean {
  for (let at = index; at >= 0; at -= 1) if (!isBlank(lines[at] ?? '')) return true;
  return false;
}

/** True when quoted lines come soon: then the writer's own words stand below and between them. */
function quoteFollows(lines: string[], index: number): boolean {
  let said = 0;
  for (let at = index + 1; at < lines.length && at < index + 8 && said < 2; at += 1) {
    if (isQuoted(lines[at] ?? '')) return true;
    if (!isBlank(lines[at] ?? '')) said += 1;
  }
  return false;
}

/** Leaves out `>` lines and whoever they are attributed to; answers between them stay. */
function withoutQuotes(lines: string[]): string[] {
  const kept: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (isQuoted(line) || isWrappedQuote(lines, index)) {
      if (index === 0 || !isQuoted(lines[index - 1] ?? '')) dropAttribution(kept);
      continue;
    }
    kept.push(line);
  }
  return kept;
}

/** The end of a long quoted line that a mail program broke without repeating the mark. */
function isWrappedQuote(lines: string[], index: number): boolean {
  const before = lines[index - 1] ?? '';
  const line = lines[index] ?? '';
  return isQuoted(before) && before.length >= 60 && isQuoted(lines[index + 1] ?? '') && /^[\p{Ll}\p{N}"(]/u.test(line);
}

function dropAttribution(kept: string[]): void {
  let last = kept.length - 1;
  while (last >= 0 && kept.length - last < 8 && isBlank(kept[last] ?? '')) last -= 1;
  if (last < 0) return;
  const length = attributionLength(kept, last, 0);
  const lines = length > 0 ? length : introducesQuote(kept[last] ?? '') ? 1 : 0;
  if (lines > 0) kept.length = last - lines + 1;
}

function tidy(lines: string[]): string {
  const kept: string[] = [];
  for (const line of lines) {
    const bare = line.replaceAll(quoteMark, '');
    const blank = isBlank(bare);
    if (blank && (kept.length === 0 || kept.at(-1) === '')) continue;
    kept.push(blank ? '' : bare.trimEnd());
  }
  while (kept.at(-1) === '') kept.pop();
  return kept.join('\n');
}
