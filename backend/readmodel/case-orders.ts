import type { CaseColumns, NumberColumn } from './case-columns.ts';
import { type RowOrder, SortedRows } from './sorted-rows.ts';

export const keptOrders = ['created', 'updated', 'due', 'customer'] as const;
export type KeptOrder = (typeof keptOrders)[number];

/** What a row is sorted by. `Infinity` keeps it out of the order: a case that is never due has no place among the dues. */
export function keyOf(columns: CaseColumns, order: KeptOrder, row: number): number {
  if (order === 'customer') return columns.customers.label(columns.customer[row] as number);
  return columns.numbers[order][row] as number;
}

/** Orders that are kept up to date, so that the first rows of a list are found without sorting. Ties go by number. */
export class CaseOrders {
  readonly #columns: CaseColumns;
  readonly #kept: Record<KeptOrder, SortedRows>;

  constructor(columns: CaseColumns) {
    this.#columns = columns;
    columns.customers.settle();
    const rows = liveRows(columns);
    this.#kept = Object.fromEntries(
      keptOrders.map((order) => {
        const kept = new SortedRows(orderOf(columns, order));
        kept.fill(sortedBy(rows, (row) => keyOf(columns, order, row)));
        return [order, kept];
      }),
    ) as Record<KeptOrder, SortedRows>;
  }

  get(order: KeptOrder): SortedRows {
    return this.#kept[order];
  }

  /** Changes a row by `write`, taking it out of the orders whose key changes, and puts it where it belongs then. */
  change(row: number, isNew: boolean, write: () => void, changesKey: (order: KeptOrder) => boolean): void {
    const moved = isNew ? keptOrders : keptOrders.filter(changesKey);
    if (!isNew) for (const order of moved) if (this.#isIn(order, row)) this.#kept[order].remove(row);
    write();
    for (const order of moved) if (this.#isIn(order, row)) this.#kept[order].insert(row);
  }

  remove(row: number): void {
    for (const order of keptOrders) if (this.#isIn(order, row)) this.#kept[order].remove(row);
  }

  #isIn(order: KeptOrder, row: number): boolean {
    return keyOf(this.#columns, order, row) !== Infinity;
  }
}

export function orderOf(columns: CaseColumns, order: KeptOrder): RowOrder {
  if (order === 'customer') {
    return (a, b) => keyOf(columns, 'customer', a) - keyOf(columns, 'customer', b) || a - b;
  }
  return numberOrder(columns, order);
}

function numberOrder(columns: CaseColumns, name: NumberColumn): RowOrder {
  return (a, b) => {
    const column = columns.numbers[name];
    const [left, right] = [column[a] as number, column[b] as number];
    return left === right ? a - b : left - right;
  };
}

function liveRows(columns: CaseColumns): Int32Array {
  const rows = new Int32Array(columns.live.count());
  let at = 0;
  columns.live.each((row) => {
    rows[at++] = row;
  });
  return rows;
}

/**
 * Ascending rows, sorted by a finite key; rows whose key is `Infinity` are left out. Key and place share one number, so
 * that the fast sort of plain numbers does the work; what falls together is sorted exactly afterwards.
 */
function sortedBy(rows: Int32Array, key: (row: number) => number): Int32Array {
  const finite = new Int32Array(rows.length);
  const keys = new Float64Array(rows.length);
  let count = 0;
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < rows.length; i++) {
    const own = key(rows[i] as number);
    if (own === Infinity) continue;
    finite[count] = rows[i] as number;
    keys[count] = own;
    count += 1;
    if (own < low) low = own;
    if (own > high) high = own;
  }
  const places = 2 ** Math.ceil(Math.log2(count + 1));
  const scale = Math.min(1, 2 ** 52 / places / (high - low + 1));
  const packed = keys.subarray(0, count);
  for (let i = 0; i < count; i++) packed[i] = Math.floor(((packed[i] as number) - low) * scale) * places + i;
  packed.sort();
  const sorted = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const one = packed[i] as number;
    sorted[i] = finite[one - Math.floor(one / places) * places] as number;
  }
  sortTies(packed, sorted, places, key);
  return sorted;
}

function sortTies(packed: Float64Array, sorted: Int32Array, places: number, key: (row: number) => number): void {
  const bucket = (i: number) => Math.floor((packed[i] as number) / places);
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1;
    while (to < sorted.length && bucket(to) === bucket(from)) to++;
    if (to - from > 1) sorted.subarray(from, to).sort((a, b) => key(a) - key(b) || a - b);
    from = to;
  }
}
