import { eld } from 'eld/small';

/** More text makes the answer slower, not better. */
const enough = 1500;
const leastLetters = 18;

/** ISO 639-1 code of the language, or `und` when the text is too short or too mixed to tell. */
export function languageOf(text: string): string {
  const start = text
    .slice(0, enough * 2)
    .replace(/\b(?:https?:\/\/|www\.)\S{1,300}|\S{1,80}@\S{1,120}/g, ' ')
    .slice(0, enough);
  if ((start.match(/\p{L}/gu)?.length ?? 0) < leastLetters) return 'und';
  const result = eld.detect(start);
  return result.language !== '' && result.isReliable() ? result.language : 'und';
}
