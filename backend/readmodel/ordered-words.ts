import { firstWhere } from './sorted-rows.ts';
import { forgotten, Words } from './words.ts';

/** Distinct texts that know their place in the alphabet, so that rows can be sorted by a number. */
export class OrderedWords {
  readonly #words = new Words<string>();
  /** Codes in the order of their texts; empty until `settle`. */
  #sorted: number[] = [];
  readonly #labels: number[] = [];
  #settled = false;

  get values(): string[] {
    return this.#words.values;
  }

  code(text: string): number {
    const known = this.#words.find(text);
    if (known !== undefined) return known;
    const code = this.#words.code(text);
    if (this.#settled) this.#place(code, text);
    return code;
  }

  /** Greater for a text that comes later. Only to be compared; it may change, the order does not. */
  label(code: number): number {
    return this.#labels[code] as number;
  }

  /** Forgets the text of a code that no row has any more. */
  forget(code: number): void {
    const at = this.#sorted.indexOf(code);
    if (at >= 0) this.#sorted.splice(at, 1);
    this.#words.replace(code, forgotten(code));
  }

  /** Puts everything seen so far in order; afterwards new texts find their place one by one. */
  settle(): void {
    const { values } = this.#words;
    this.#sorted = values.map((_, code) => code);
    this.#sorted.sort((a, b) => ((values[a] as string) < (values[b] as string) ? -1 : 1));
    this.#settled = true;
    this.#relabel();
  }

  #place(code: number, text: string): void {
    const { values } = this.#words;
    const at = firstWhere(this.#sorted.length, (i) => (values[this.#sorted[i] as number] as string) > text);
    const below = at === 0 ? undefined : this.#labels[this.#sorted[at - 1] as number];
    const above = at === this.#sorted.length ? undefined : this.#labels[this.#sorted[at] as number];
    this.#sorted.splice(at, 0, code);
    const label = between(below, above);
    if (label === undefined) this.#relabel();
    else this.#labels[code] = label;
  }

  #relabel(): void {
    for (const [i, code] of this.#sorted.entries()) this.#labels[code] = i;
  }
}

/** A number between two neighbours, or undefined when there is no room left. */
function between(below: number | undefined, above: number | undefined): number | undefined {
  if (below === undefined) return above === undefined ? 0 : above - 1;
  if (above === undefined) return below + 1;
  const middle = (below + above) / 2;
  return middle > below && middle < above ? middle : undefined;
}
