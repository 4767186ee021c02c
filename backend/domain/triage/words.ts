/** Words beyond this many are not looked at; a mail says what it wants before. */
const mostWords = 3000;

/** Lower case without accents, so that `Störung`, `STÖRUNG` and `storung` are one word. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’‘`´]/g, "'")
    .toLowerCase()
    .replace(/ß/g, 'ss');
}

/** French and Italian words that lean on the next one: `l'app` is two words, unlike `can't`. */
const leaning = /\b(l|d|j|n|s|m|t|c|qu|dell|all|nell|sull|un)'(?=\p{L}{2})/gu;

/** The words of a text in order, in plain form. Other apostrophes go: `can't` is `cant`. */
export function wordsOf(text: string): string[] {
  const spelled = plain(text.slice(0, 60_000)).replace(leaning, '$1 ').replaceAll("'", '');
  return (spelled.match(/[\p{L}\p{N}]{1,40}/gu) ?? []).slice(0, mostWords);
}

/** The sentences of a text, trimmed; line breaks end a sentence only where a paragraph ends or a list item begins. */
export function sentencesOf(text: string): string[] {
  const paragraphs = text.slice(0, 20_000).split(/\n[ \t]*\n|\n(?=[ \t]{0,8}(?:[-*•]|\d{1,2}[.)]) )/);
  return paragraphs.flatMap((paragraph) => splitSentences(paragraph.replace(/\s+/g, ' ').trim())).slice(0, 300);
}

/** "No. 4", "Dr. Hall" and "3. März" go on. */
const sentenceEnd =
  /(?<=[.!?。！？])(?!(?<=\b[Nn](?:r|o|um)\.)\s+\p{N})(?<!\b(?:Dr|Mrs?|Ms|Prof|St|Tel|Abs|Art|ca|inkl|zzgl|bzw|Sra?|Mme|Sig|Dhr|Mw|dhr|mw|sig|p\.ex|z\.\s?B)\.)(?!(?<=\b\d{1,2}\.)\s+(?:Jan|Feb|M[äa]r|Apr|Ma[iy]|Jun|Jul|Aug|Sep|O[kc]t|Nov|De[zc]))\s+(?=[\p{Lu}\p{N}¿¡"“„«(])|(?<=[。！？])/u;

function splitSentences(paragraph: string): string[] {
  const sentences = paragraph.split(sentenceEnd);
  return sentences.map((one) => one.trim()).filter((one) => one !== '');
}
