import type { CaseColumns } from './case-columns.ts';

const none = -1;

/** The cases of each customer as a list through the rows, highest number first, so that the newest are found at once. */
export class CustomerCases {
  readonly #columns: CaseColumns;
  /** By code of the address. */
  #newest: number[] = [];
  #older: Int32Array;
  #newer: Int32Array;

  constructor(columns: CaseColumns) {
    this.#columns = columns;
    this.#older = new Int32Array(columns.capacity).fill(none);
    this.#newer = new Int32Array(columns.capacity).fill(none);
    columns.live.each((row) => this.add(row));
  }

  grow(): void {
    this.#older = longer(this.#older, this.#columns.capacity);
    this.#newer = longer(this.#newer, this.#columns.capacity);
  }

  add(row: number): void {
    const code = this.#columns.email[row] as number;
    let older = this.#newest[code] ?? none;
    let newer = none;
    while (older > row) {
      newer = older;
      older = this.#older[older] as number;
    }
    this.#join(row, older);
    if (newer === none) this.#setNewest(code, row);
    else this.#join(newer, row);
  }

  /** To be called while the row still has the address under which it was added. */
  remove(row: number): void {
    const older = this.#older[row] as number;
    const newer = this.#newer[row] as number;
    if (newer === none) this.#setNewest(this.#columns.email[row] as number, older);
    else this.#join(newer, older);
  }

  /** Rows with this address, highest number first. */
  *rows(email: string): Generator<number> {
    const code = this.#columns.emails.find(email);
    if (code === undefined) return;
    for (let row = this.#newest[code] ?? none; row !== none; row = this.#older[row] as number) yield row;
  }

  /** The row of each customer's case with the highest number, in no order. */
  *newestRows(): Generator<number> {
    for (const row of this.#newest) if (row !== none) yield row;
  }

  #setNewest(code: number, row: number): void {
    for (let next = this.#newest.length; next <= code; next++) this.#newest.push(none);
    this.#newest[code] = row;
    if (row !== none) this.#newer[row] = none;
  }

  #join(newer: number, older: number): void {
    this.#older[newer] = older;
    if (older !== none) this.#newer[older] = newer;
  }
}

function longer(old: Int32Array, length: number): Int32Array {
  const fresh = new Int32Array(length).fill(none);
  fresh.set(old);
  return fresh;
}
