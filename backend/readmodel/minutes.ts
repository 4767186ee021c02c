import type { Spread } from '../ports/case-figures.ts';

/** Values kept one by one before they are counted in tenths of a minute. */
const mostSingle = 4_096;
const bins = 2 ** 19;

/** The spread of a few durations in milliseconds. */
export function spreadOf(durations: readonly number[]): Spread {
  const minutes = new Minutes();
  for (const ms of durations) minutes.add(ms);
  return minutes.spread();
}

/** Durations of which percentiles are wanted, to a tenth of a minute, however many there are. */
export class Minutes {
  #single: number[] = [];
  /** Tenths of a minute, up to about 36 days. */
  #counts: Uint32Array | undefined;
  /** The longer ones, in tenths of a minute. */
  readonly #long: number[] = [];
  #n = 0;

  add(ms: number): void {
    const tenths = Math.max(0, Math.round(ms / 6_000));
    this.#n += 1;
    if (this.#counts !== undefined) this.#count(this.#counts, tenths);
    else if (this.#single.push(tenths) > mostSingle) this.#countAll();
  }

  spread(): Spread {
    if (this.#n === 0) return { median: null, p90: null, n: 0 };
    this.#single.sort((a, b) => a - b);
    this.#long.sort((a, b) => a - b);
    return { median: this.#percentile(0.5), p90: this.#percentile(0.9), n: this.#n };
  }

  #countAll(): void {
    this.#counts = new Uint32Array(bins);
    for (const tenths of this.#single) this.#count(this.#counts, tenths);
    this.#single = [];
  }

  #count(counts: Uint32Array, tenths: number): void {
    if (tenths >= bins) this.#long.push(tenths);
    else (counts[tenths] as number) += 1;
  }

  #percentile(share: number): number {
    const place = (this.#n - 1) * share;
    const below = this.#nth(Math.floor(place));
    const above = this.#nth(Math.ceil(place));
    return Math.round(below + (above - below) * (place - Math.floor(place))) / 10;
  }

  #nth(index: number): number {
    if (this.#counts === undefined) return this.#single[index] as number;
    let before = 0;
    for (let tenths = 0; tenths < bins; tenths++) {
      before += this.#counts[tenths] as number;
      if (before > index) return tenths;
    }
    return this.#long[index - before] as number;
  }
}
