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
    const few = this.#n <= fewValues;
    if (few) tenths.sort();
    const nth = few ? (index: number) => tenths[index] as number : ranksOf(tenths);
    return { median: percentile(this.#n, 0.5, nth), p90: percentile(this.#n, 0.9, nth), n: this.#n };
  }
}

function percentile(n: number, share: number, nth: (index: number) => number): number {
  const place = (n - 1) * share;
  const below = nth(Math.floor(place));
  const above = place === Math.floor(place) ? below : nth(Math.ceil(place));
  return Math.round(below + (above - below) * (place - Math.floor(place))) / 10;
}

const halfBits = 16;
const halves = 2 ** halfBits;
/** Shared by all: a spread is worked out in one go. */
const uppers = new Uint32Array(halves);
const lowers = new Uint32Array(halves);

/**
 * Answers which value would stand at an index if all were sorted: its upper half is found by counting upper halves, then its
 * lower half by counting those of the values that share the upper one.
 */
function ranksOf(values: Uint32Array): (index: number) => number {
  uppers.fill(0);
  for (let i = 0; i < values.length; i++) (uppers[(values[i] as number) >>> halfBits] as number) += 1;
  let counted = -1;
  return (index) => {
    let [upper, before] = [0, 0];
    while (before + (uppers[upper] as number) <= index) before += uppers[upper++] as number;
    if (upper !== counted) {
      counted = upper;
      lowers.fill(0);
      for (let i = 0; i < values.length; i++) {
        const value = values[i] as number;
        if (value >>> halfBits === upper) (lowers[value & (halves - 1)] as number) += 1;
      }
    }
    let lower = 0;
    while (before + (lowers[lower] as number) <= index) before += lowers[lower++] as number;
    return upper * halves + lower;
  };
}
