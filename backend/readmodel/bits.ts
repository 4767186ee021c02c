/**
 * A set of rows, one bit each. Operations go through 32 rows at a time, which makes totals over a million rows cheap. The
 * other set of an operation must be at least as long.
 */
export class Bits {
  words: Uint32Array;

  constructor(rows: number) {
    this.words = new Uint32Array((rows + 31) >>> 5);
  }

  /** Makes room; rows that were in stay in. */
  grow(rows: number): void {
    const words = new Uint32Array((rows + 31) >>> 5);
    words.set(this.words);
    this.words = words;
  }

  has(row: number): boolean {
    return ((this.words[row >>> 5] as number) & (1 << (row & 31))) !== 0;
  }

  add(row: number): void {
    (this.words[row >>> 5] as number) |= 1 << (row & 31);
  }

  remove(row: number): void {
    (this.words[row >>> 5] as number) &= ~(1 << (row & 31));
  }

  /** Takes over the rows of a set that is at least as long. */
  copyFrom(other: Bits): void {
    this.words.set(other.words.subarray(0, this.words.length));
  }

  or(other: Bits): void {
    const { words } = this;
    const theirs = other.words;
    for (let i = 0; i < words.length; i++) words[i] = (words[i] as number) | (theirs[i] as number);
  }

  and(other: Bits): void {
    const { words } = this;
    const theirs = other.words;
    for (let i = 0; i < words.length; i++) words[i] = (words[i] as number) & (theirs[i] as number);
  }

  /** Keeps what is in any of the sets. */
  andAny(sets: readonly Bits[]): void {
    const { words } = this;
    const theirs = sets.map((set) => set.words);
    for (let i = 0; i < words.length; i++) {
      const word = words[i] as number;
      if (word === 0) continue;
      let any = 0;
      for (let k = 0; k < theirs.length; k++) any |= (theirs[k] as Uint32Array)[i] as number;
      words[i] = word & any;
    }
  }

  without(other: Bits): void {
    const { words } = this;
    const theirs = other.words;
    for (let i = 0; i < words.length; i++) words[i] = (words[i] as number) & ~(theirs[i] as number);
  }

  count(): number {
    const { words } = this;
    let sum = 0;
    for (let i = 0; i < words.length; i++) sum += ones(words[i] as number);
    return sum;
  }

  /** Rows in both, without making a third set. */
  countWith(other: Bits): number {
    const { words } = this;
    const theirs = other.words;
    const length = Math.min(words.length, theirs.length);
    let sum = 0;
    for (let i = 0; i < length; i++) sum += ones((words[i] as number) & (theirs[i] as number));
    return sum;
  }

  /** Calls `visit` for each row in ascending order, of those that lie in some of the words. */
  each(visit: (row: number) => void, fromWord = 0, toWord = this.words.length): void {
    const { words } = this;
    for (let i = fromWord; i < toWord; i++) {
      for (let word = words[i] as number; word !== 0; word &= word - 1) {
        visit((i << 5) + 31 - Math.clz32(word & -word));
      }
    }
  }

  /** Takes out every row for which `holds` is false. */
  keep(holds: (row: number) => boolean): void {
    const { words } = this;
    for (let i = 0; i < words.length; i++) {
      let kept = words[i] as number;
      for (let word = kept; word !== 0; word &= word - 1) {
        const bit = word & -word;
        if (!holds((i << 5) + 31 - Math.clz32(bit))) kept &= ~bit;
      }
      words[i] = kept;
    }
  }

  /** Takes out every row whose number is before `start` or not before `end`, or none. Without a call for each row. */
  keepWithin(numbers: Float64Array, start: number, end: number): void {
    const { words } = this;
    for (let i = 0; i < words.length; i++) {
      let kept = words[i] as number;
      for (let word = kept; word !== 0; word &= word - 1) {
        const bit = word & -word;
        const number = numbers[(i << 5) + 31 - Math.clz32(bit)] as number;
        if (!(number >= start && number < end)) kept &= ~bit;
      }
      words[i] = kept;
    }
  }

  /** Adds to `into` up to `limit` rows behind `after`, upwards or, descending, downwards. */
  take(into: number[], limit: number, after: number, descending: boolean): void {
    if (descending) this.#takeDown(into, limit, after);
    else this.#takeUp(into, limit, after);
  }

  #takeUp(into: number[], limit: number, after: number): void {
    const { words } = this;
    const first = after + 1;
    for (let i = first >>> 5; i < words.length; i++) {
      let word = words[i] as number;
      if (i === first >>> 5) word &= -1 << (first & 31);
      for (; word !== 0; word &= word - 1) {
        if (into.length >= limit) return;
        into.push((i << 5) + 31 - Math.clz32(word & -word));
      }
    }
  }

  #takeDown(into: number[], limit: number, after: number): void {
    const { words } = this;
    const last = Math.min(after, words.length << 5) - 1;
    for (let i = last >> 5; i >= 0; i--) {
      let word = words[i] as number;
      if (i === last >> 5 && (last & 31) < 31) word &= (1 << ((last & 31) + 1)) - 1;
      while (word !== 0) {
        if (into.length >= limit) return;
        const bit = 31 - Math.clz32(word);
        into.push((i << 5) + bit);
        word &= ~(1 << bit);
      }
    }
  }
}

function ones(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
