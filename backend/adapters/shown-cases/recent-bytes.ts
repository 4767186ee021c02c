/** Where bytes begin are multiples of this, so that a place fits into 32 bits for a long time. */
const unit = 16;
const mostPlaces = 2 ** 32 - 1;

/**
 * Bytes by row in one piece of memory that is written round and round, so that keeping some and forgetting the oldest
 * leaves the garbage collector nothing to do.
 */
export class RecentBytes {
  readonly #ring: Buffer;
  /** In units since the beginning of all time, from 1 on; 0 for a row that was never kept. */
  #places = new Uint32Array(0);
  #end = 1;

  /** @param size bytes; memory that was not written to yet costs nothing */
  constructor(size: number) {
    this.#ring = Buffer.alloc(Math.floor(size / unit) * unit);
  }

  /** Memory that was written to. */
  get bytes(): number {
    return Math.min(this.#end * unit, this.#ring.length);
  }

  /** Copies the bytes of a row; false where they are gone. @param length how many there are */
  copy(row: number, length: number, into: Uint8Array, at: number): boolean {
    const place = this.#places[row] ?? 0;
    if (place === 0 || (this.#end - place) * unit > this.#ring.length) return false;
    const from = (place * unit) % this.#ring.length;
    this.#ring.copy(into, at, from, from + length);
    return true;
  }

  keep(row: number, bytes: Uint8Array): void {
    const units = Math.ceil(bytes.length / unit);
    if (units * unit > this.#ring.length / 4) return;
    const left = (this.#ring.length - ((this.#end * unit) % this.#ring.length)) / unit;
    // What does not fit before the end begins at the beginning again.
    if (units > left) this.#end += left;
    if (this.#end + units > mostPlaces) this.clear();
    if (row >= this.#places.length) this.#grow(row);
    this.#ring.set(bytes, (this.#end * unit) % this.#ring.length);
    this.#places[row] = this.#end;
    this.#end += units;
  }

  forget(row: number): void {
    if (row < this.#places.length) this.#places[row] = 0;
  }

  clear(): void {
    this.#places.fill(0);
    // What was never written to stays untouched, and takes no memory.
    this.#ring.fill(0, 0, this.bytes);
    this.#end = 1;
  }

  #grow(row: number): void {
    const places = new Uint32Array(Math.max(row + 1, this.#places.length * 2));
    places.set(this.#places);
    this.#places = places;
  }
}
