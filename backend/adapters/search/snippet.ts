import { folded, indexed, type Term } from './query-words.ts';

const begin = '\ue000';
const end = '\ue001';
/** How much of a text is looked at, in characters; a snippet need not be the best of a very long mail. */
const longestLookedAt = 20_000;
const wordsAround = 14;
const wordForm = /[\p{L}\p{N}]+/gu;

interface Word {
  from: number;
  to: number;
  hit: boolean;
}

/** The stretch of the first text in which most terms occur, with what was found marked; empty when nothing was. */
export function snippetOf(texts: readonly string[], terms: readonly Term[]): string {
  const isHit = hitTest(terms);
  let best: { hits: number; text: string } = { hits: 0, text: '' };
  for (const text of texts) {
    const marked = stretch(text.slice(0, longestLookedAt).replaceAll(begin, '').replaceAll(end, ''), isHit);
    if (marked.hits > best.hits) best = marked;
  }
  return best.text;
}

function hitTest(terms: readonly Term[]): (word: string) => boolean {
  const whole = new Set<string>();
  const beginnings: string[] = [];
  for (const { text, unfinished } of terms) {
    const words = folded(indexed(text)).match(wordForm) ?? [];
    for (const word of words) whole.add(word);
    if (unfinished) beginnings.push(words.at(-1) ?? '');
  }
  return (word) => whole.has(word) || beginnings.some((start) => start !== '' && word.startsWith(start));
}

function stretch(original: string, isHit: (word: string) => boolean): { hits: number; text: string } {
  const text = indexed(original);
  const words = [...text.matchAll(wordForm)].map(
    (match): Word => ({ from: match.index, to: match.index + match[0].length, hit: isHit(folded(match[0])) }),
  );
  const { start, hits } = bestWindow(words);
  if (hits === 0) return { hits, text: '' };
  const shown = words.slice(start, start + wordsAround);
  return { hits, text: marked(text, shown, start > 0, start + wordsAround < words.length).replaceAll('\u200b', '') };
}

function bestWindow(words: readonly Word[]): { start: number; hits: number } {
  let best = { start: 0, hits: 0 };
  let hits = 0;
  for (let last = 0; last < words.length; last++) {
    if (words[last]?.hit) hits += 1;
    if (words[last - wordsAround]?.hit) hits -= 1;
    if (hits > best.hits) best = { start: Math.max(0, last - wordsAround + 1), hits };
  }
  // A few words before the first hit read better than a hit at the very end.
  const first = words.findIndex((word, i) => i >= best.start && word.hit);
  return { start: Math.max(0, Math.min(first - 3, words.length - wordsAround)), hits: best.hits };
}

function marked(text: string, words: readonly Word[], cutBefore: boolean, cutAfter: boolean): string {
  const from = words[0]?.from ?? 0;
  const to = words.at(-1)?.to ?? 0;
  let out = cutBefore ? '…' : '';
  let at = from;
  for (const word of words) {
    if (!word.hit) continue;
    out += `${text.slice(at, word.from)}${begin}${text.slice(word.from, word.to)}${end}`;
    at = word.to;
  }
  return `${out}${text.slice(at, to)}${cutAfter ? '…' : ''}`.replace(/\s+/g, ' ');
}
