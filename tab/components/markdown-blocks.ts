/** Markdown as data. Whatever is not understood is text; HTML is text, and images are their description. */
export type Inline =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'strong' | 'em'; parts: Inline[] }
  | { kind: 'link'; parts: Inline[]; href: string };

export type Block =
  | { kind: 'heading'; level: number; parts: Inline[] }
  | { kind: 'paragraph' | 'quote'; parts: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }
  | { kind: 'code'; text: string }
  | { kind: 'rule' };

const longest = 40_000;
/** A mark without its end nearby is text; so reading takes time in proportion to the text. */
const window = 1_000;
const item = /^ {0,3}(?:[-*+]|(\d{1,3})[.)])[ \t]+(.*)$/;

export function readMarkdown(source: string): Block[] {
  const lines = source.slice(0, longest).replaceAll('\r\n', '\n').split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as string;
    const [, marks = '', heading = ''] = /^ {0,3}(#{1,6})[ \t]+(.*)$/.exec(line) ?? [];
    if (line.trim() === '') at += 1;
    else if (line.startsWith('```')) {
      const end = lines.findIndex((one, index) => index > at && one.startsWith('```'));
      const last = end < 0 ? lines.length : end;
      blocks.push({ kind: 'code', text: lines.slice(at + 1, last).join('\n') });
      at = last + 1;
    } else if (marks !== '') {
      blocks.push({ kind: 'heading', level: marks.length, parts: readInline(heading.replace(/[ \t]+#{1,6}$/, '')) });
      at += 1;
    } else if (/^ {0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*$/.test(line)) {
      blocks.push({ kind: 'rule' });
      at += 1;
    } else {
      const end = endOf(lines, at);
      blocks.push(blockOf(lines.slice(at, end)));
      at = end;
    }
  }
  return blocks;
}

type Part = 'item' | 'quote' | 'plain';

function partOf(line: string): Part {
  if (item.test(line)) return 'item';
  return /^ {0,3}>/.test(line) ? 'quote' : 'plain';
}

/** Where the lines end that belong together. Lines below an item that are set in belong to it. */
function endOf(lines: string[], start: number): number {
  const part = partOf(lines[start] as string);
  let end = start + 1;
  for (; end < lines.length; end += 1) {
    const line = lines[end] as string;
    const belongs = partOf(line) === part || (part === 'item' && /^\s+\S/.test(line));
    if (line.trim() === '' || !belongs || /^(?: {0,3}#{1,6}[ \t]|```)/.test(line)) break;
  }
  return end;
}

function blockOf(lines: string[]): Block {
  const part = partOf(lines[0] as string);
  if (part === 'plain') return { kind: 'paragraph', parts: readInline(lines.join('\n')) };
  if (part === 'quote') {
    return { kind: 'quote', parts: readInline(lines.map((line) => line.replace(/^ {0,3}> ?/, '')).join('\n')) };
  }
  const items: string[] = [];
  for (const line of lines) {
    const found = item.exec(line);
    if (found !== null) items.push(found[2] ?? '');
    else items.push(`${items.pop() ?? ''}\n${line.trim()}`);
  }
  return {
    kind: 'list',
    ordered: item.exec(lines[0] as string)?.[1] !== undefined,
    items: items.map((one) => readInline(one)),
  };
}

const address = /(?:https?:\/\/|mailto:)[^\s<>"')\]]{1,500}/y;
const link = /!?\[([^\]\n]{0,300})\]\(([^)\s]{0,1000})\)/y;

function readInline(text: string, depth = 0): Inline[] {
  const parts: Inline[] = [];
  let plain = '';
  const push = (part: Inline) => {
    if (plain !== '') parts.push({ kind: 'text', text: plain });
    plain = '';
    parts.push(part);
  };
  for (let at = 0; at < text.length; ) {
    const found = spanAt(text, at, depth);
    if (found === null) {
      plain += text[at];
      at += 1;
    } else {
      if (typeof found.part === 'string') plain += found.part;
      else push(found.part);
      at = found.end;
    }
  }
  if (plain !== '') parts.push({ kind: 'text', text: plain });
  return parts;
}

interface Span {
  /** Text stands as it is. */
  part: Inline | string;
  end: number;
}

/** What begins at this place, if anything but a letter does. */
function spanAt(text: string, at: number, depth: number): Span | null {
  const mark = text[at] as string;
  if (mark === '\\' && /[!-/:-@[-`{-~]/.test(text[at + 1] ?? '')) return { part: text[at + 1] as string, end: at + 2 };
  if (mark === '`') return between(text, at, '`', (code) => ({ kind: 'code', text: code }));
  if (mark === '[' || mark === '!') return linkAt(text, at, depth);
  if (mark === 'h' || mark === 'm') return addressAt(text, at);
  if ((mark !== '*' && mark !== '_') || depth > 2) return null;
  const double = mark + mark;
  if (text.startsWith(double, at))
    return between(text, at, double, (inner) => ({ kind: 'strong', parts: readInline(inner, depth + 1) }));
  // In a word an underscore is a letter.
  if (mark === '_' && /[\p{L}\d]/u.test(text[at - 1] ?? '')) return null;
  return between(text, at, mark, (inner) => ({ kind: 'em', parts: readInline(inner, depth + 1) }));
}

function between(text: string, at: number, mark: string, made: (inner: string) => Inline): Span | null {
  const start = at + mark.length;
  const length = text.slice(start, start + window).indexOf(mark);
  const inner = length < 1 ? '' : text.slice(start, start + length);
  if (inner.trim() === '' || inner !== inner.trim()) return null;
  return { part: made(inner), end: start + length + mark.length };
}

function linkAt(text: string, at: number, depth: number): Span | null {
  link.lastIndex = at;
  const [whole, words = '', href = ''] = link.exec(text) ?? [];
  if (whole === undefined) return null;
  const end = at + whole.length;
  if (whole.startsWith('!') || !isSafe(href)) return { part: words, end };
  return {
    part: { kind: 'link', parts: depth > 2 ? [{ kind: 'text', text: words }] : readInline(words, 3), href },
    end,
  };
}

function addressAt(text: string, at: number): Span | null {
  if (/[\p{L}\d]/u.test(text[at - 1] ?? '')) return null;
  address.lastIndex = at;
  const found = address.exec(text)?.[0].replace(/[.,;:!?]+$/, '');
  return found === undefined || !isSafe(found)
    ? null
    : { part: { kind: 'link', parts: [{ kind: 'text', text: found }], href: found }, end: at + found.length };
}

/** Links lead to pages and mailboxes, never to a script. */
function isSafe(href: string): boolean {
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol);
  } catch {
    return false;
  }
}

/** The same as plain text, for a mail. */
export function markdownText(source: string): string {
  return readMarkdown(source)
    .map((block) => {
      if (block.kind === 'rule') return '';
      if (block.kind === 'code') return block.text;
      if (block.kind !== 'list') return textOf(block.parts);
      return block.items.map((one, at) => `${block.ordered ? `${at + 1}.` : '-'} ${textOf(one)}`).join('\n');
    })
    .filter((text) => text !== '')
    .join('\n\n');
}

function textOf(parts: Inline[]): string {
  return parts
    .map((part) => {
      if ('text' in part) return part.text;
      const text = textOf(part.parts);
      return part.kind !== 'link' || part.href === text ? text : `${text} (${part.href})`;
    })
    .join('');
}
