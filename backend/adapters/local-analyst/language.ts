import { eld } from 'eld/small';

/** More text makes the answer slower, not better. */
const enough = 600;
/** Below this many letters the letters of all sixty languages mislead, and those of the usual ones do not. */
const manyLetters = 40;
const leastLetters = 4;
/** Languages that customers of this product usually write in; a short text in another one must look much more like it. */
const usual = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'];
const muchMore = 1.2;

/** ISO 639-1 code of the language, or `und` when the text is too short to tell. */
export function languageOf(text: string): string {
  const start = text
    .slice(0, enough * 3)
    .replace(/\b(?:https?:\/\/|www\.)\S{1,300}|\S{1,80}@\S{1,120}/g, ' ')
    .slice(0, enough);
  const letters = start.match(/\p{L}/gu)?.length ?? 0;
  if (letters < leastLetters) return 'und';
  const detected = eld.detect(start);
  if (letters >= manyLetters && detected.language !== '' && detected.isReliable()) return detected.language;
  const scores = detected.getScores();
  const best = usual.reduce((top, one) => ((scores[one] ?? 0) > (scores[top] ?? 0) ? one : top));
  const { language } = detected;
  if (language === '' || usual.includes(language)) return (scores[best] ?? 0) > 0 ? best : 'und';
  return (scores[language] ?? 0) > muchMore * (scores[best] ?? 0) ? language : best;
}
