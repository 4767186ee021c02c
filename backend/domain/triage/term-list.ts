import { wordsOf } from './words.ts';

/**
 * Words and phrases to look for, each with a label and a weight. Written as text: blanks separate terms, `_` joins the
 * words of a phrase, `*` at an end stands for any letters (`rechnung*`, `*rechnung`).
 */
export interface TermList<Label extends string> {
  find(words: string[]): Found<Label>[];
}

/** A term found in a list of words. */
export interface Found<Label extends string> {
  label: Label;
  weight: number;
  /** Index of the first word, and how many words the term spans. */
  at: number;
  length: number;
  term: string;
}

interface Term<Label extends string> {
  label: Label;
  weight: number;
  text: string;
  words: string[];
}

const shortestStem = 3;
const longestStem = 20;

/** Builds the list once; finding takes time in proportion to the words. */
export function termList<Label extends string>(
  groups: [label: Label, weight: number, terms: string][],
): TermList<Label> {
  const byFirst = new Map<string, Term<Label>[]>();
  const byPrefix = new Map<string, Term<Label>[]>();
  const bySuffix = new Map<string, Term<Label>[]>();
  for (const [label, weight, terms] of groups) {
    for (const text of terms.split(/\s+/).filter((one) => one !== '')) {
      const first = text.split('_')[0] ?? '';
      const index = first.startsWith('*') ? bySuffix : first.endsWith('*') ? byPrefix : byFirst;
      const words = text.split('_').map(plainTerm);
      const key = (words[0] ?? '').replaceAll('*', '');
      index.set(key, [...(index.get(key) ?? []), { label, weight, text, words }]);
    }
  }
  return { find: (words) => words.flatMap((word, at) => startingAt(words, word, at)) };

  function startingAt(words: string[], word: string, at: number): Found<Label>[] {
    const candidates = [...(byFirst.get(word) ?? []), ...stems(word)];
    return candidates
      .filter((term) => term.words.length === 1 || continues(term, words, at))
      .map(({ label, weight, text, words: own }) => ({ label, weight, at, length: own.length, term: text }));
  }

  function stems(word: string): Term<Label>[] {
    const found: Term<Label>[] = [];
    for (let length = shortestStem; length <= Math.min(word.length, longestStem); length += 1) {
      found.push(...(byPrefix.get(word.slice(0, length)) ?? []), ...(bySuffix.get(word.slice(-length)) ?? []));
    }
    return found;
  }
}

function plainTerm(term: string): string {
  const bare = wordsOf(term).join('');
  return `${term.startsWith('*') ? '*' : ''}${bare}${term.endsWith('*') ? '*' : ''}`;
}

function continues<Label extends string>(term: Term<Label>, words: string[], at: number): boolean {
  return term.words.every((wanted, offset) => {
    if (offset === 0) return true;
    const word = words[at + offset];
    if (word === undefined) return false;
    return wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted;
  });
}
