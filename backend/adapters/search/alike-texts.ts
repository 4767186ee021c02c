import type { AlikeQuestion, AlikeText, CaseText } from '../../ports/text-index.ts';
import { folded } from './query-words.ts';

/** What of the index is looked at. */
export interface TextRows {
  /** Up to `most` rows in which the phrase occurs, the highest first. */
  newest(phrase: string, most: number): Uint32Array;
  text(row: number): Omit<CaseText, 'row'> | undefined;
  /** The lowest and the highest row there is, or null where there is none. */
  range(): { lowest: number; highest: number } | null;
}

const longestText = 6_000;
const mostWords = 18;
/** Words that more than so many cases hold, and more than every tenth case, say nothing. */
const commonFrom = 20;
/** Of a frequent word only so many cases are looked at, the newest: who works on a case is helped by what happened lately. */
const mostRows = 1_000;
const mostCompared = 40;
/** A number that more cases name is no sign: a year, or our own telephone. */
const mostWithNumber = 50;
const mostNumbers = 8;
const mostShown = 5;
/** So much must a text weigh at least, that two short ones do not look the same for one word. */
const leastWeight = 18;
const wordForm = /[\p{L}\p{N}]+/gu;
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * Cases whose text says much of what the question says, without a model: words count by how rare they are, and few rows
 * are read. Finds nothing by words that every tenth case holds.
 */
export function alikeTexts(index: TextRows, question: AlikeQuestion, limit: number): AlikeText[] {
  const range = index.range();
  if (range === null) return [];
  const all = range.highest - range.lowest + 1;
  const weights = new Map<string, number>();
  const support = new Map<number, number>();
  for (const word of wordsToLookFor(question.text)) {
    const rows = index.newest(word, mostRows);
    const holding = howMany(rows, range.highest, all);
    // A word that no other case holds can tie it to none.
    if (holding < 2 || holding > Math.max(commonFrom, all / 10)) continue;
    const weight = Math.log(1 + all / holding);
    weights.set(word, weight);
    for (const row of rows) support.set(row, (support.get(row) ?? 0) + weight);
  }
  const numbers = tellingNumbers(index, question.numbers);
  const byWords = [...support].sort((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, mostCompared);
  const candidates = new Set([...question.rows, ...numbers.rows, ...byWords.map(([row]) => row)]);
  candidates.delete(question.except);
  return [...candidates]
    .flatMap((row) => compare(index, row, weights, numbers.phrases) ?? [])
    .sort((a, b) => rank(b) - rank(a) || b.row - a.row)
    .slice(0, limit);
}

function rank({ likeness, numbers }: AlikeText): number {
  return likeness + numbers.length / 2;
}

/** Longer words are mostly the rarer ones. Scripts without spaces are looked for in pairs of characters. */
function wordsToLookFor(text: string): string[] {
  const words = new Set((folded(text.slice(0, longestText)).match(wordForm) ?? []).flatMap(partsOf));
  return [...words].sort((a, b) => b.length - a.length).slice(0, mostWords);
}

function partsOf(word: string): string[] {
  if (!withoutSpaces.test(word)) return word.length < 3 ? [] : [word];
  const characters = [...word];
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
}

/** Exact while all rows were seen; beyond that as many as there would be if the word were as common everywhere. */
function howMany(rows: Uint32Array, highest: number, all: number): number {
  const lowest = rows.at(-1);
  if (rows.length < mostRows || lowest === undefined) return rows.length;
  return (rows.length * all) / Math.max(1, highest - lowest + 1);
}

function tellingNumbers(index: TextRows, numbers: readonly string[]): { rows: number[]; phrases: string[] } {
  const found = { rows: [] as number[], phrases: [] as string[] };
  for (const number of numbers.slice(0, mostNumbers)) {
    const rows = index.newest(number, mostWithNumber + 1);
    if (rows.length === 0 || rows.length > mostWithNumber) continue;
    found.rows.push(...rows.subarray(0, 20));
    found.phrases.push(number);
  }
  return found;
}

function compare(
  index: TextRows,
  row: number,
  weights: ReadonlyMap<string, number>,
  numbers: readonly string[],
): AlikeText | undefined {
  const text = index.text(row);
  if (text === undefined) return undefined;
  const whole = `${text.subject}\n${text.summary}\n${text.body.slice(0, longestText)}`.replaceAll('\u200b', '');
  const words = folded(whole).match(wordForm) ?? [];
  const spelled = ` ${words.join(' ')} `;
  const known = new Set(words);
  const holds = (word: string) => known.has(word) || (withoutSpaces.test(word) && spelled.includes(word));
  const shared = [...weights].filter(([word]) => holds(word)).sort((a, b) => b[1] - a[1]);
  const named = numbers.filter((number) => spelled.includes(` ${(folded(number).match(wordForm) ?? []).join(' ')} `));
  const likeness = sum(shared) / Math.max(leastWeight, sum([...weights]));
  return { row, likeness, words: shared.slice(0, mostShown).map(([word]) => word), numbers: named };
}

function sum(words: readonly (readonly [string, number])[]): number {
  return words.reduce((total, [, weight]) => total + weight, 0);
}
