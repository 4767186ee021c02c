import type { Spread } from '../ports/case-figures.ts';

const firstRoom = 16;
/** Up to so many are simply sorted. */
const fewValues = 2_048;

/** The spread of a few durations in milliseconds. */
export function spreadOf(durations: readonly number[]): Spread {
  const minutes = new Minutes();
  for (const ms of durations) minutes.add(ms);
  return minutes.spread();
}

/** Durations of which percentiles are wanted, to a tenth of a minute, however many there are. */
export class Minutes {
  /** Tenths of a minute. */
  #tenths = new Uint32Array(firstRoom);
  #n = 0;

  add(ms: number): void {
    if (this.#n === this.#tenths.length) {
      const longer = new Uint32Array(this.#n * 2);
      longer.set(this.#tenths);
      this.#tenths = longer;
    }
    this.#tenths[this.#n] = Math.max(0, Math.round(ms / 6_000));
    this.#n += 1;
  }

  spread(): Spread {
    if (this.#n === 0) return { median: null, p90: null, n: 0 };
    const tenths = this.#tenths.subarray(0, this.#n);
    if (this.#n <= fewValues) tenths.sort();
    const nth =
      this.#n <= fewValues ? (index: number) => tenths[index] as number : (index: number) => nthOf(tenths, index);
    return { median: percentile(this.#n, 0.5, nth), p90: percentile(this.#n, 0.9, nth), n: this.#n };
  }
}

function percentile(n: number, share: number, nth: (index: number) => number): number {
  const place = (n - 1) * share;
  const below = nth(Math.floor(place));
  const above = place === Math.floor(place) ? below : nth(Math.ceil(place));
  return Math.round(below + (above - below) * (place - Math.floor(place))) / 10;
}

const radix = 16;
const counts = new Uint32Array(2 ** radix);

/** The value that would stand at `index` if all were sorted: its upper half is found by counting, then its lower half. */
function nthOf(values: Uint32Array, index: number): number {
  counts.fill(0);
  for (let i = 0; i < values.length; i++) (counts[(values[i] as number) >>> radix] as number) += 1;
  let [upper, before] = [0, 0];
  while (before + (counts[upper] as number) <= index) before += counts[upper++] as number;
  counts.fill(0);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value >>> radix === upper) (counts[value & 0xffff] as number) += 1;
  }
  let lower = 0;
  while (before + (counts[lower] as number) <= index) before += counts[lower++] as number;
  return upper * 2 ** radix + lower;
}
