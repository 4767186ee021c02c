import { RE2JS } from 're2js';

/** Longer expressions are nobody's intent, and compiling takes time too. */
const longest = 500;
/** Of a text beyond this only the beginning is searched. */
export const searchedLength = 50_000;

/** Whether a text holds a match. */
export type Pattern = (text: string) => boolean;

/**
 * An expression in RE2's dialect (no back references, no look-around), which matches in time linear in the text whatever
 * the expression: https://github.com/google/re2/wiki/Syntax.
 * @returns the pattern, or a sentence that says what is wrong with it
 */
export function compilePattern(expression: string, caseSensitive: boolean): Pattern | string {
  if (expression.length > longest) return `must be at most ${longest} characters long`;
  try {
    const compiled = RE2JS.compile(expression, caseSensitive ? 0 : RE2JS.CASE_INSENSITIVE);
    return (text) => compiled.matcher(text.slice(0, searchedLength)).find();
  } catch (error) {
    return `is not a regular expression: ${error instanceof Error ? error.message : 'it cannot be read'}`;
  }
}

const regexPrefix = 'regex:';

/**
 * A sender as people write one down: an address or part of it, `*` standing for anything, or an expression after
 * `regex:`. @returns as `compilePattern`
 */
export function compileSender(pattern: string): Pattern | string {
  if (pattern.startsWith(regexPrefix)) return compilePattern(pattern.slice(regexPrefix.length), false);
  return compilePattern(pattern.split('*').map(RE2JS.quote).join('.*'), false);
}
