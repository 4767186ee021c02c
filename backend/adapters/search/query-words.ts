/** One thing to look for: a word, or the words of a phrase in their order. */
export interface Term {
  text: string;
  /** True for the word that may still be being typed. */
  unfinished: boolean;
}

const mostTerms = 24;
/** What SQLite would take for the end of a text, or not take at all. */
const unstorable = /[\0\p{Surrogate}]/gu;
const searchable = /[\p{L}\p{N}]/u;
const quoted = /"([^"]*)"?|([^\s"]+)/gu;

/** What somebody typed as terms. Linear in its length; what holds no letter or digit is left out. */
export function termsOf(q: string): Term[] {
  const text = q.replace(unstorable, ' ').normalize('NFC');
  const terms: Term[] = [];
  for (const match of text.matchAll(quoted)) {
    const [whole, phrase, word] = match;
    const content = phrase ?? word ?? '';
    if (!searchable.test(content)) continue;
    const isLast = (match.index ?? 0) + whole.length === text.length;
    terms.push({ text: content, unfinished: phrase === undefined && isLast });
  }
  return terms.slice(0, mostTerms);
}

const scriptsWithoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/**
 * Text as it is indexed: scripts that write without spaces get an invisible one after each character, so that each
 * character is a word and a word of several is a phrase.
 */
export function indexed(text: string): string {
  return text.replace(unstorable, ' ').normalize('NFC').replace(scriptsWithoutSpaces, '$&\u200b');
}

/** The FTS5 expression for terms: all of them must occur. Quoting leaves nothing that the expression language would read. */
export function expressionOf(terms: readonly Term[]): string {
  return terms
    .map(({ text, unfinished }) => `"${indexed(text).replaceAll('"', '""')}"${unfinished ? '*' : ''}`)
    .join(' AND ');
}

/** Without case and accents, as the index compares: "muller" is "Müller". */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}
