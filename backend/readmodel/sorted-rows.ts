import type { Bits } from './bits.ts';

const half = 1_024;
const most = half * 2;

/** Negative when row `a` comes first; never 0 for two different rows. */
export type RowOrder = (a: number, b: number) => number;

/**
 * Rows kept in an order, in blocks so that one row moves without moving all. A row's key must not change while it is in:
 * take it out, change it, put it back.
 */
export class SortedRows {
  readonly #order: RowOrder;
  #blocks: Int32Array[] = [];
  #lengths: number[] = [];

  constructor(order: RowOrder) {
    this.#order = order;
  }

  /** Takes over rows that are in order already. */
  fill(sorted: Int32Array): void {
    this.#blocks = [];
    this.#lengths = [];
    for (let at = 0; at < sorted.length; at += half) {
      const block = new Int32Array(most);
      block.set(sorted.subarray(at, at + half));
      this.#blocks.push(block);
      this.#lengths.push(Math.min(half, sorted.length - at));
    }
  }

  insert(row: number): void {
    if (this.#blocks.length === 0) {
      this.fill(Int32Array.of(row));
      return;
    }
    const b = Math.max(0, this.#blockAfter((first) => this.#order(first, row) > 0) - 1);
    const block = this.#blocks[b] as Int32Array;
    const length = this.#lengths[b] as number;
    const at = this.#indexIn(b, (one) => this.#order(one, row) > 0);
    block.copyWithin(at + 1, at, length);
    block[at] = row;
    this.#lengths[b] = length + 1;
    if (length + 1 === most) this.#split(b);
  }

  remove(row: number): void {
    const b = this.#blockAfter((first) => this.#order(first, row) > 0) - 1;
    if (b < 0) return;
    const block = this.#blocks[b] as Int32Array;
    const length = this.#lengths[b] as number;
    const at = this.#indexIn(b, (one) => this.#order(one, row) >= 0);
    if (block[at] !== row || at >= length) return;
    block.copyWithin(at, at + 1, length);
    this.#lengths[b] = length - 1;
    if (length > 1) return;
    this.#blocks.splice(b, 1);
    this.#lengths.splice(b, 1);
  }

  /**
   * Adds to `into` up to `limit` rows that are in `wanted`, in this order or backwards. `isPast` says which rows lie
   * behind the last one seen: false for a beginning of the order, true for the rest.
   */
  take(
    into: number[],
    limit: number,
    wanted: Bits,
    isPast: ((row: number) => boolean) | null,
    descending: boolean,
  ): void {
    if (descending) this.#takeDown(into, limit, wanted, isPast);
    else this.#takeUp(into, limit, wanted, isPast);
  }

  /** Calls `visit` for rows in order, from the first for which `isPast` holds, until it answers false. */
  walk(isPast: ((row: number) => boolean) | null, visit: (row: number) => boolean): void {
    const start = isPast === null ? { b: 0, at: 0 } : this.#firstPast(isPast);
    for (let b = start.b; b < this.#blocks.length; b++) {
      const block = this.#blocks[b] as Int32Array;
      const length = this.#lengths[b] as number;
      for (let at = b === start.b ? start.at : 0; at < length; at++) {
        if (!visit(block[at] as number)) return;
      }
    }
  }

  toArray(): Int32Array {
    const all = new Int32Array(this.#lengths.reduce((sum, length) => sum + length, 0));
    let at = 0;
    for (const [b, block] of this.#blocks.entries()) {
      const length = this.#lengths[b] as number;
      all.set(block.subarray(0, length), at);
      at += length;
    }
    return all;
  }

  #takeUp(into: number[], limit: number, wanted: Bits, isPast: ((row: number) => boolean) | null): void {
    const { words } = wanted;
    const start = isPast === null ? { b: 0, at: 0 } : this.#firstPast(isPast);
    for (let b = start.b; b < this.#blocks.length; b++) {
      const block = this.#blocks[b] as Int32Array;
      const length = this.#lengths[b] as number;
      for (let at = b === start.b ? start.at : 0; at < length; at++) {
        const row = block[at] as number;
        if (((words[row >>> 5] as number) & (1 << (row & 31))) === 0) continue;
        if (into.length >= limit) return;
        into.push(row);
      }
    }
  }

  /** Backwards, the rows behind the last one seen are those before the first for which `isPast` is false. */
  #takeDown(into: number[], limit: number, wanted: Bits, isPast: ((row: number) => boolean) | null): void {
    const { words } = wanted;
    const start = isPast === null ? null : this.#firstPast((row) => !isPast(row));
    for (let b = start === null ? this.#blocks.length - 1 : start.b; b >= 0; b--) {
      const block = this.#blocks[b];
      if (block === undefined) continue;
      const from = start !== null && b === start.b ? start.at : (this.#lengths[b] as number);
      for (let at = from - 1; at >= 0; at--) {
        const row = block[at] as number;
        if (((words[row >>> 5] as number) & (1 << (row & 31))) === 0) continue;
        if (into.length >= limit) return;
        into.push(row);
      }
    }
  }

  #firstPast(isPast: (row: number) => boolean): { b: number; at: number } {
    const b = this.#blockAfter(isPast) - 1;
    if (b < 0) return { b: 0, at: 0 };
    return { b, at: this.#indexIn(b, isPast) };
  }

  /** Index of the first block whose first row is past. */
  #blockAfter(isPast: (row: number) => boolean): number {
    return firstWhere(this.#blocks.length, (b) => isPast((this.#blocks[b] as Int32Array)[0] as number));
  }

  #indexIn(b: number, isPast: (row: number) => boolean): number {
    const block = this.#blocks[b] as Int32Array;
    return firstWhere(this.#lengths[b] as number, (at) => isPast(block[at] as number));
  }

  #split(b: number): void {
    const full = this.#blocks[b] as Int32Array;
    const upper = new Int32Array(most);
    upper.set(full.subarray(half));
    this.#blocks.splice(b + 1, 0, upper);
    this.#lengths.splice(b, 1, half, most - half);
  }
}

/** The first index for which a test holds that holds for all after it; `count` when there is none. */
export function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
