import type { Comparison } from './condition.ts';
import { numberOf, textsOf } from './field-value.ts';

/** The values a comparison names: its list, or its one value; blanks name nothing. */
export function listOf(value: unknown): string[] {
  return textsOf(value);
}

export function fold(text: string, { caseSensitive }: Comparison): string {
  const composed = text.normalize('NFC');
  return caseSensitive === true ? composed : composed.toLowerCase();
}

/** Forms send numbers as text, so `25` and `25.0` are the same; without a fraction digits may also be a telephone number. */
export function sameText(left: string, right: string, comparison: Comparison): boolean {
  if (fold(left, comparison) === fold(right, comparison)) return true;
  const number = numberOf(left);
  return number !== null && /\./.test(left + right) && number === numberOf(right);
}

/** Whether one of the field's texts and one of the comparison's pass together. */
export function textTest(
  value: unknown,
  comparison: Comparison,
  passes: (text: string, part: string) => boolean,
): boolean {
  const parts = listOf(comparison.value).map((part) => fold(part, comparison));
  const texts = textsOf(value).map((text) => fold(text, comparison));
  return texts.some((text) => parts.some((part) => passes(text, part)));
}

const wordCharacter = /[\p{L}\p{M}\p{N}]/u;

/** Whether `word` stands in `text` with no letter or digit before or after it. */
export function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const before = lastCharacter(text.slice(Math.max(0, at - 2), at));
    const after = text.codePointAt(at + word.length);
    if (!isWordCharacter(before) && !isWordCharacter(after === undefined ? '' : String.fromCodePoint(after)))
      return true;
  }
  return false;
}

function isWordCharacter(character: string): boolean {
  return wordCharacter.test(character);
}

function lastCharacter(text: string): string {
  return [...text].at(-1) ?? '';
}
