import { Bits } from './bits.ts';

/** What stands in the place of a forgotten text: itself no text that anybody has, and another one for each code. */
export function forgotten(code: number): string {
  return `\u0000${code}`;
}

/** Distinct values by code: 0, 1, 2 … in the order they were first seen. */
export class Words<T extends string | null> {
  readonly values: T[] = [];
  readonly #codes = new Map<T, number>();

  /** The code of a value, a new one if it must be. */
  code(value: T): number {
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    this.#codes.set(value, this.values.length);
    return this.values.push(value) - 1;
  }

  /** Puts another value, which nothing has yet, in the place of one that no row has any more. */
  replace(code: number, value: T): void {
    this.#codes.delete(this.values[code] as T);
    this.#codes.set(value, code);
    this.values[code] = value;
  }

  /** The code of a value that was seen before. */
  find(value: T): number | undefined {
    return this.#codes.get(value);
  }
}

/** Values beyond these are rare enough to be looked for row by row. */
const valuesWithBits = 256;

/** A field with few distinct values: a code for each row, and for each value the set of its rows. */
export class CodedField<T extends string | null> {
  readonly words = new Words<T>();
  codes: Uint32Array;
  readonly #bits: Bits[] = [];

  constructor(rows: number, codes = new Uint32Array(rows)) {
    this.codes = codes;
  }

  grow(rows: number): void {
    const codes = new Uint32Array(rows);
    codes.set(this.codes);
    this.codes = codes;
    for (const bits of this.#bits) bits.grow(rows);
  }

  set(row: number, value: T): void {
    this.codes[row] = this.words.code(value);
    this.#bitsOf(this.codes[row] as number)?.add(row);
  }

  /** To be called before a row gets another value. */
  unset(row: number): void {
    this.#bits[this.codes[row] as number]?.remove(row);
  }

  valueAt(row: number): T {
    return this.words.values[this.codes[row] as number] as T;
  }

  /** The rows of one value; undefined for a value without rows or without a set of its own. */
  rowsOf(value: T): Bits | undefined {
    const code = this.words.find(value);
    return code === undefined ? undefined : this.#bits[code];
  }

  /** Keeps the rows that have one of the values; every row in `rows` must have a value. */
  cut(rows: Bits, values: readonly T[]): void {
    const codes = new Set(
      [...new Set(values)].map((value) => this.words.find(value)).filter((code) => code !== undefined),
    );
    if (this.words.values.length > valuesWithBits) rows.keep((row) => codes.has(this.codes[row] as number));
    else if (codes.size * 2 <= this.#bits.length) rows.andAny(this.#bits.filter((_, code) => codes.has(code)));
    else for (const [code, bits] of this.#bits.entries()) if (!codes.has(code)) rows.without(bits);
  }

  /** How many of `rows` have each value that occurs, by code. */
  countsIn(rows: Bits): Map<number, number> {
    const counts = new Map<number, number>();
    for (const [code, bits] of this.#bits.entries()) {
      const n = bits.countWith(rows);
      if (n > 0) counts.set(code, n);
    }
    if (this.words.values.length <= valuesWithBits) return counts;
    rows.each((row) => {
      const code = this.codes[row] as number;
      if (code >= valuesWithBits) counts.set(code, (counts.get(code) ?? 0) + 1);
    });
    return counts;
  }

  /** Builds the sets anew from the codes. */
  rebuild(values: T[], rows: Bits): void {
    for (const value of values) this.words.code(value);
    rows.each((row) => this.#bitsOf(this.codes[row] as number)?.add(row));
  }

  #bitsOf(code: number): Bits | undefined {
    if (code >= valuesWithBits) return undefined;
    for (let next = this.#bits.length; next <= code; next++) this.#bits.push(new Bits(this.codes.length));
    return this.#bits[code];
  }
}
