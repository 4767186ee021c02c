import { courtesyPhrases, greetingPhrases, thanksPhrases } from './courtesy-words.ts';

/** A mail longer than this says more than thanks. */
const mostCharacters = 200;
const mostWords = 24;
/** Words of the longest phrase. */
const longestPhrase = 5;
/** Names may follow a greeting or thanks; more would be a sentence. */
const mostNames = 2;

interface Word {
  folded: string;
  capital: boolean;
}

/**
 * Whether a mail only says thanks and so asks for nothing: it neither starts a clock nor opens a case again. Conservative:
 * all of it must be phrases of courtesy with thanks among them, in any mix of the languages we know, but for a name or two
 * behind a greeting or thanks. A question, a number, an address or an attachment is never courtesy.
 */
export function isCourtesy(visibleText: string, attachments = 0): boolean {
  const text = visibleText.trim();
  if (attachments > 0 || text === '' || text.length > mostCharacters) return false;
  if (/[?¿？;\d@/]/u.test(text)) return false;
  const words = wordsOf(text);
  return words.length <= mostWords && onlyCourtesy(words);
}

function onlyCourtesy(words: readonly Word[]): boolean {
  let thanked = false;
  let names = 0;
  let mayName = false;
  for (let i = 0; i < words.length; ) {
    const thanks = phraseAt(words, i, thanksPhrases);
    const greeting = phraseAt(words, i, greetingPhrases);
    const length = thanks || greeting || phraseAt(words, i, courtesyPhrases);
    if (length === 0) {
      names += 1;
      if (!mayName || !words[i]?.capital || names > mostNames) return false;
    } else {
      mayName = thanks > 0 || greeting > 0;
      names = 0;
    }
    thanked ||= thanks > 0;
    i += length || 1;
  }
  return thanked;
}

/** How many words from `i` on make the longest phrase of the list; 0 for none. */
function phraseAt(words: readonly Word[], i: number, phrases: ReadonlySet<string>): number {
  for (let length = Math.min(longestPhrase, words.length - i); length > 0; length--) {
    const phrase = words
      .slice(i, i + length)
      .map(({ folded }) => folded)
      .join(' ');
    if (phrases.has(phrase)) return length;
  }
  return 0;
}

function wordsOf(text: string): Word[] {
  return text
    .replace(/[’‘`´]/gu, "'")
    .split(/[^\p{L}\p{M}']+/u)
    .filter((word) => word !== '')
    .map((word) => ({ folded: fold(word), capital: /^\p{Lu}/u.test(word) }));
}

/** Without case and accents. */
function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
}
