import type { CaseColumns } from './case-columns.ts';

const none = -1;

/** The row of each id: a table of twice as many places as rows, in which an id lies at or behind the place of its hash. */
export class RowsById {
  readonly #columns: CaseColumns;
  #places: Int32Array;

  constructor(columns: CaseColumns) {
    this.#columns = columns;
    this.#places = placesFor(columns.capacity);
    columns.live.each((row) => this.add(row));
  }

  /** To be called when the columns have grown. */
  grow(): void {
    this.#places = placesFor(this.#columns.capacity);
    this.#columns.live.each((row) => this.add(row));
  }

  /** A row that already has its id. */
  add(row: number): void {
    const { ids } = this.#columns;
    this.#places[this.#placeOf(ids[row * 3] as number, ids[row * 3 + 1] as number, ids[row * 3 + 2] as number)] = row;
  }

  /** @param id 24 hexadecimal digits */
  find(id: string): number | undefined {
    const word = (from: number) => Number.parseInt(id.slice(from, from + 8), 16);
    const row = this.#places[this.#placeOf(word(0), word(8), word(16))] as number;
    return row === none ? undefined : row;
  }

  /** Ids are random or hashes, so their words together are as good as a hash. */
  #placeOf(first: number, second: number, third: number): number {
    const { ids } = this.#columns;
    const mask = this.#places.length - 1;
    for (let place = (first ^ second ^ third) & mask; ; place = (place + 1) & mask) {
      const row = this.#places[place] as number;
      if (row === none) return place;
      const at = row * 3;
      if (ids[at] === first && ids[at + 1] === second && ids[at + 2] === third) return place;
    }
  }
}

function placesFor(rows: number): Int32Array {
  return new Int32Array(2 ** Math.ceil(Math.log2(rows * 2))).fill(none);
}
