import { plain } from '../triage/words.ts';
import type { AskLanguage, Named } from './ask-query.ts';
import { askWords, type Meaning } from './ask-words.ts';

/** What a phrase stands for: a meaning of the grammar, or those who have that name. */
export interface Phrase {
  words: string[];
  meaning: Meaning | { kind: 'named'; named: Named[] };
  language?: AskLanguage;
}

/** All phrases that are known, by their first word. */
export interface PhraseBook {
  /** Longest first. */
  startingWith(word: string): Phrase[];
  /** Single words of the grammar, for guessing what was meant. */
  words: string[];
}

const dates = String.raw`\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.(?:\d{4})?`;
const word = new RegExp(`${dates}|[\\p{L}\\p{N}]+`, 'gu');

/** The words of a question, lower case and without accents; dates stay whole. */
export function askTokens(text: string): string[] {
  return plain(text).replaceAll("'", ' ').match(word) ?? [];
}

const fixed: Phrase[] = askWords.flatMap(([meaning, en, de]) => [
  ...phrasesOf(en).map((words): Phrase => ({ words, meaning, language: 'en' })),
  ...phrasesOf(de).map((words): Phrase => ({ words, meaning, language: 'de' })),
]);
const fixedBook = bookOf(fixed);
const shortestName = 2;

function phrasesOf(text: string): string[][] {
  return text.split('|').map((phrase) => phrase.split(' ').flatMap((one) => starred(one)));
}

/** `kunde*` stays one word with its star. */
function starred(text: string): string[] {
  const tokens = askTokens(text);
  return text.endsWith('*') ? [...tokens.slice(0, -1), `${tokens.at(-1) ?? ''}*`] : tokens;
}

/** The grammar's phrases and the names of this deployment. A first or last name counts where the grammar has no such word. */
export function phraseBook(names: Named[]): PhraseBook {
  const byText = new Map<string, { named: Named[]; words: string[] }>();
  const add = (words: string[], named: Named) => {
    if (words.length === 0) return;
    const known = byText.get(words.join(' '));
    if (known === undefined) byText.set(words.join(' '), { named: [named], words });
    else if (!known.named.some(({ kind, key }) => kind === named.kind && key === named.key)) known.named.push(named);
  };
  for (const named of names) {
    const words = askTokens(named.name);
    add(words, named);
    add(askTokens(named.key.replaceAll('_', ' ')), named);
    for (const other of otherNames(named)) add(askTokens(other), named);
    if (named.kind !== 'person' || words.length < 2) continue;
    for (const part of words) {
      if (part.length >= shortestName && fixedBook.startingWith(part).every(({ words }) => words.length > 1)) {
        add([part], named);
      }
    }
  }
  const named = [...byText.values()].map(
    (one): Phrase => ({
      words: one.words,
      meaning: { kind: 'named', named: one.named },
    }),
  );
  // Names come first: where both are as long, the name is meant.
  return bookOf([...named, ...fixed]);
}

/** What people call the shipped categories besides their names. */
const nicknames: Record<string, string> = {
  technical: 'technik|technisch|technische|technischen|technical problems|technical issues',
  billing: 'abrechnung|rechnung|rechnungen|invoices|abrechnungen|zahlung|zahlungen',
  account: 'konto|konten|accounts|account problems',
  feature_request: 'feature requests|features|wunsche|funktionswunsche|wishes|ideas|funktionswunsch',
  general: 'general questions|allgemein|allgemeine|allgemeinen|sonstiges',
};

function otherNames({ kind, key }: Named): string[] {
  return kind === 'category' ? (nicknames[key]?.split('|') ?? []) : [];
}

function bookOf(phrases: Phrase[]): PhraseBook {
  const byFirst = new Map<string, Phrase[]>();
  const byPrefix: Phrase[] = [];
  for (const phrase of phrases) {
    const first = phrase.words[0] ?? '';
    if (first.endsWith('*')) byPrefix.push(phrase);
    else byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  const longest = (a: Phrase, b: Phrase) => b.words.length - a.words.length;
  return {
    startingWith: (first) =>
      [
        ...(byFirst.get(first) ?? []),
        ...byPrefix.filter(({ words }) => first.startsWith((words[0] ?? '').slice(0, -1))),
      ].sort(longest),
    words: [
      ...new Set(
        phrases
          .filter(({ words, meaning }) => words.length === 1 && meaning.kind !== 'named')
          .map(({ words }) => words[0] ?? ''),
      ),
    ],
  };
}

/** Whether a phrase stands at a place of the question. */
export function standsAt({ words }: Phrase, question: string[], at: number): boolean {
  return words.every((wanted, offset) => {
    const said = question[at + offset];
    if (said === undefined) return false;
    return wanted.endsWith('*') ? said.startsWith(wanted.slice(0, -1)) : said === wanted;
  });
}
