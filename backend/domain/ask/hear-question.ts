import type { AskFilter, AskLanguage, Named } from './ask-query.ts';
import { type Meaning, standingAlone } from './ask-words.ts';
import type { Today } from './dates.ts';
import { type AskPeriod, numberOf, periodAt } from './periods.ts';
import { askTokens, type Phrase, type PhraseBook, standsAt } from './phrase-book.ts';

/** What was heard, in the order of the question. */
export type Heard =
  | { kind: 'meaning'; meaning: Meaning; text: string }
  | { kind: 'named'; named: Named[]; text: string }
  | { kind: 'period'; period: AskPeriod; text: string }
  | { kind: 'number'; value: number; text: string }
  | { kind: 'filter'; filter: AskFilter; text: string }
  | { kind: 'unknown'; text: string };

export interface Hearing {
  heard: Heard[];
  language: AskLanguage;
  /** Words that were taken for others, as "overdeu" for "overdue". */
  mended: [said: string, taken: string][];
}

const mostWords = 60;
const shortestMended = 5;
const address = /[^\s<>"',;]{1,64}@[^\s<>"',;]{1,255}/gu;
const quoted = /["“„»«]([^"“”„»«]{1,100})["”“»«]/gu;

/** Word for word what a question says; nothing is left out. */
export function hearQuestion(question: string, book: PhraseBook, today: Omit<Today, 'forward'>): Hearing {
  const found: Heard[] = [];
  const bare = question
    .slice(0, 500)
    .replace(quoted, (_, text: string) => {
      found.push({ kind: 'filter', filter: { q: text.trim() }, text });
      return ' ';
    })
    .replace(address, (email) => {
      const bareAddress = email.replace(/[.?!]+$/, '').toLowerCase();
      found.push({ kind: 'filter', filter: { customer: [bareAddress] }, text: bareAddress });
      return ' ';
    });
  const said = askTokens(bare).slice(0, mostWords);
  const mended: [string, string][] = [];
  const words = said.map((word, at) => {
    const other = isKnown(word, said, at, book) ? undefined : meantBy(word, book);
    if (other !== undefined) mended.push([word, other]);
    return other ?? word;
  });
  const forward = words.some((word) => /^(?:due|fallig)/.test(word));
  const alone = words.length === 1 && found.length === 0 ? standingAlone[words[0] ?? ''] : undefined;
  if (alone !== undefined) {
    const heard: Heard = { kind: 'meaning', meaning: { kind: 'metric', metric: alone }, text: words[0] ?? '' };
    return { heard: [heard], language: 'en', mended };
  }
  const counts = { en: 0, de: 0 };
  for (let at = 0; at < words.length; ) {
    const { heard, length, language } = heardAt(words, at, book, { ...today, forward });
    if (language !== undefined) counts[language] += length;
    found.push(heard);
    at += length;
  }
  return { heard: found, language: counts.de > counts.en ? 'de' : 'en', mended };
}

function heardAt(words: string[], at: number, book: PhraseBook, today: Today) {
  const phrase = phraseAt(words, at, book);
  const period = periodAt(words, at, today);
  const textOf = (length: number) => words.slice(at, at + length).join(' ');
  // A name or phrase that is longer than the date in it is meant as a whole.
  if (period !== null && period.words >= (phrase?.words.length ?? 0)) {
    const text = textOf(period.words);
    return {
      heard: { kind: 'period', period: period.value, text } as Heard,
      length: period.words,
      language: undefined,
    };
  }
  if (phrase !== undefined) {
    const length = phrase.words.length;
    const text = textOf(length);
    const heard: Heard =
      phrase.meaning.kind === 'named'
        ? { kind: 'named', named: phrase.meaning.named, text }
        : { kind: 'meaning', meaning: phrase.meaning, text };
    return { heard, length, language: phrase.language };
  }
  const word = words[at] ?? '';
  const value = numberOf(word);
  const heard: Heard = value === undefined ? { kind: 'unknown', text: word } : { kind: 'number', value, text: word };
  return { heard, length: 1, language: undefined };
}

function phraseAt(words: string[], at: number, book: PhraseBook): Phrase | undefined {
  return book.startingWith(words[at] ?? '').find((phrase) => standsAt(phrase, words, at));
}

function isKnown(word: string, words: string[], at: number, book: PhraseBook): boolean {
  if (word.length < shortestMended || /\d/.test(word)) return true;
  if (numberOf(word) !== undefined || book.startingWith(word).length > 0) return true;
  if (periodAt(words, at, { day: 20_000, forward: false }) !== null) return true;
  // Inside a longer phrase or period the word is known as well.
  return [1, 2, 3, 4, 5].some((back) => {
    const from = at - back;
    if (from < 0) return false;
    const phrase = phraseAt(words, from, book);
    const period = periodAt(words, from, { day: 20_000, forward: false });
    return Math.max(phrase?.words.length ?? 0, period?.words ?? 0) > back;
  });
}

/** The one word of the grammar that differs by a single slip of the fingers, or undefined. */
export function meantBy(word: string, { words }: PhraseBook): string | undefined {
  const near = words.filter(
    (known) => !known.endsWith('*') && known.length >= shortestMended && slips(word, known) === 1,
  );
  return near.length === 1 ? near[0] : undefined;
}

/** Optimal string alignment distance, cut off above 2. */
export function slips(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((rows[i - 1]?.[j] ?? 9) + 1, (row[j - 1] ?? 9) + 1, (rows[i - 1]?.[j - 1] ?? 9) + same);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (rows[i - 2]?.[j - 2] ?? 9) + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 9;
}
