/** A word of what was said: as written, and as it is compared. */
export interface Token {
  raw: string;
  /** Lower case, without accents and the marks around it. */
  key: string;
  /** Where it begins in the text. */
  at: number;
}

const around = /^["'“”„‚‘’«»([{¡¿.,:;!*_`~>-]+|["'“”„‘’«»)\]}.,:;!?*_`~-]+$/gu;
const marks = /\p{M}/gu;
const pictures = /\p{Extended_Pictographic}|\ufe0f/gu;

export function tokensOf(text: string): Token[] {
  return [...text.matchAll(/\S+/gu)]
    .map((match) => ({ raw: match[0], key: keyOf(match[0]), at: match.index }))
    .filter(({ key }) => key !== '');
}

/** A word as it is compared. */
export function keyOf(word: string): string {
  if (word === '?') return word;
  return word
    .toLowerCase()
    .replace(pictures, '')
    .replaceAll('ß', 'ss')
    .replaceAll('’', "'")
    .normalize('NFD')
    .replace(marks, '')
    .replace(around, '')
    .replaceAll("'", '');
}

/** Several words as they are compared. */
export function phraseKey(text: string): string {
  return text
    .split(/\s+/u)
    .map(keyOf)
    .filter((key) => key !== '')
    .join(' ');
}

/** What was written from token `from` on, as it was written. */
export function restOf(text: string, tokens: readonly Token[], from: number): string {
  const token = tokens[from];
  return token === undefined ? '' : text.slice(token.at).trim();
}

const reference = /^(?:hc[-_ ]?|#)(\d{1,9})$/u;
const bare = /^\d{1,9}$/u;

/** `HC-1042` for a word that names a case; a bare number only where `bareToo`. */
export function caseRef({ key }: Token, bareToo = false): string | undefined {
  const number = reference.exec(key)?.[1] ?? (bareToo && bare.test(key) ? key : undefined);
  return number === undefined ? undefined : `HC-${Number(number)}`;
}
