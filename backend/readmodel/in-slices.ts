import type { Bits } from './bits.ts';

/**
 * Visits all words of a set, some rows at a time; whatever else is waiting has its turn in between. `slice` gets the first
 * word and the one behind the last.
 */
export async function inSlices(
  { words }: Bits,
  rowsInSlice: number,
  slice: (fromWord: number, toWord: number) => void,
): Promise<void> {
  const step = rowsInSlice >>> 5;
  for (let from = 0; from < words.length; from += step) {
    if (from > 0) await new Promise((resolve) => setImmediate(resolve));
    slice(from, Math.min(from + step, words.length));
  }
}
