import { eld } from 'eld/small';
import { languageBySmallWords } from '../../domain/triage/small-words.ts';

/** More text makes the answer slower, not better. */
const enough = 600;
/** Below this many letters the letters alone mislead. */
const manyLetters = 40;
const leastLetters = 5;

/** ISO 639-1 code of the language, or `und` when the text is too short or too mixed to tell. */
export function languageOf(text: string): string {
  const start = text
    .slice(0, enough * 3)
    .replace(/\b(?:https?:\/\/|www\.)\S{1,300}|\S{1,80}@\S{1,120}/g, ' ')
    .slice(0, enough);
  const letters = start.match(/\p{L}/gu)?.length ?? 0;
  if (letters < leastLetters) return 'und';
  const { language, isReliable } = eld.detect(start);
  if (letters >= manyLetters && language !== '' && isReliable()) return language;
  const told = languageBySmallWords(start);
  if (told !== 'und') return told;
  return language !== '' && isReliable() && letters >= manyLetters / 2 ? language : 'und';
}
