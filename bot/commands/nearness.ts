/**
 * How many typing errors lie between two short words: letters left out, added, mistaken, or two neighbours swapped
 * (optimal string alignment). Anything beyond `most` is `most + 1`.
 */
export function typingErrors(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, at(beforeLast, j - 2) + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], i: number): number {
  return row[i] ?? Number.POSITIVE_INFINITY;
}

/** How many errors a word of this length may have and still be taken for another. */
export function forgivenErrors({ length }: string): number {
  if (length <= 3) return 0;
  return length <= 7 ? 1 : 2;
}

/** The one word that `written` was meant to be; undefined when none is near, or two are. */
export function nearest(written: string, words: Iterable<string>): string | undefined {
  let found: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const word of words) {
    const most = forgivenErrors(word);
    const errors = typingErrors(written, word, most);
    if (errors > most || errors > least) continue;
    if (errors === least && word !== found) found = undefined;
    else found = word;
    least = errors;
  }
  return found;
}
