import type { Rest, Unclear } from './command.ts';
import { nearest } from './nearness.ts';
import { type Mention, mentionSign } from './spoken.ts';
import { caseRef, restOf, type Token } from './tokens.ts';

/** A case, and what was written after it. */
export interface OnCase {
  ref: string;
  after: Token[];
  /** As it was written. */
  text: string;
}

const little = new Set([
  ...[
    'case',
    'ticket',
    'on',
    'to',
    'for',
    'of',
    'in',
    'number',
    'no',
    'nr',
    'the',
    'fall',
    'about',
    'customer',
    'from',
  ],
  ...['with', 'at', 'is', 'it', 'this', 'that', 'as', 'an', 'a', 'zu', 'fur', 'von', 'auf', 'dem', 'den', 'der'],
]);

/** The case that a command is about. @param most at how many little words before it one stops looking */
export function onCase(rest: Rest, what: string, offer: (ref: string) => string, most = 4): OnCase | Unclear {
  if (rest.ref !== undefined) return { ref: rest.ref, after: rest.tokens, text: rest.text };
  const at = rest.tokens.findIndex((token) => caseRef(token, true) !== undefined);
  const before = rest.tokens.slice(0, Math.max(at, 0));
  const token = rest.tokens[at];
  const ref = token && caseRef(token, true);
  if (ref === undefined || at > most || !before.every(({ key }) => little.has(key))) {
    const inside = onlyRef(rest.tokens);
    return {
      unclear: `Which case do you want to ${what}? Name it by its number.`,
      offers: inside === undefined ? ['my cases'] : [offer(inside), `case ${inside}`],
    };
  }
  return { ref, after: rest.tokens.slice(at + 1), text: restOf(rest.spoken.text, rest.tokens, at + 1) };
}

/** The one case that is named by `HC-` anywhere; undefined when there are none or several. */
export function onlyRef(tokens: readonly Token[]): string | undefined {
  const found = new Set(tokens.map((token) => caseRef(token)).filter((ref) => ref !== undefined));
  return found.size === 1 ? [...found][0] : undefined;
}

/** Without the little words in front. */
export function trimmed(tokens: readonly Token[], words: ReadonlySet<string> = little): Token[] {
  const first = tokens.findIndex(({ key }) => !words.has(key));
  return first < 0 ? [] : tokens.slice(first);
}

export function keysOf(tokens: readonly Token[]): string {
  return tokens.map(({ key }) => key).join(' ');
}

/** What a name stands for, typing errors forgiven; undefined when it is none of them. */
export function named<T>(words: string, names: Record<string, T>): T | undefined {
  if (Object.hasOwn(names, words)) return names[words];
  const near = nearest(words, Object.keys(names));
  return near === undefined ? undefined : names[near];
}

/** Text that is passed on as it was written, without the mark that set it apart. */
export function freeText(text: string): string {
  return text.replace(/^[\s:,;–—-]+/u, '').trim();
}

/** Whom somebody means; who that is, the directory knows. */
export type Whom =
  | { kind: 'me' }
  | { kind: 'nobody' }
  | { kind: 'mention'; mention: Mention }
  | { kind: 'name'; name: string };

const mine = new Set(['me', 'myself', 'mich', 'mir', 'moi', 'mi', 'yo']);
const nobodys = new Set([
  'nobody',
  'noone',
  'no one',
  'none',
  'niemand',
  'niemandem',
  'unassigned',
  'personne',
  'nadie',
]);

/** Whom the words name; undefined for no words at all. */
export function whomOf(tokens: readonly Token[], rest: Rest): Whom | undefined {
  const [first] = tokens;
  if (first === undefined) return undefined;
  const mention = mentionSign(first.raw.replace(/[.,;:!?]+$/u, ''), rest.spoken);
  if (mention !== undefined && tokens.length === 1) return { kind: 'mention', mention };
  const words = keysOf(tokens);
  if (mine.has(words)) return { kind: 'me' };
  if (nobodys.has(words)) return { kind: 'nobody' };
  const name = tokens
    .map(({ raw }) => raw)
    .join(' ')
    .replace(/^@/u, '')
    .replace(/[.,;:!?]+$/u, '');
  return { kind: 'name', name };
}
