import { Failure } from '../domain/failure.ts';
import { type Priority, priorities } from '../domain/vocabulary.ts';
import type { CaseSort } from '../ports/case-index.ts';
import { Bits } from './bits.ts';
import type { CaseColumns } from './case-columns.ts';
import { type KeptOrder, keyOf, orderOf } from './case-orders.ts';
import type { CaseTables } from './matching-rows.ts';

export interface RowPage {
  rows: number[];
  next?: string;
}

/** The last row seen, and its key at that time: pages shift neither when rows come nor when the row itself moves. */
export interface Seen {
  row: number;
  /** Null for a case that is never due. */
  key: number | null;
}

type Sortable = Exclude<CaseSort['key'], 'relevance'>;

/** What one page is taken from. */
interface Taking {
  tables: CaseTables;
  wanted: Bits;
  /** How many rows are wanted. */
  total: number;
  key: Sortable;
  descending: boolean;
  seen: Seen | null;
  limit: number;
  into: number[];
}

/** The page of `wanted` behind the cursor. @throws Failure `invalid` for a cursor of another list */
export function takePage(
  tables: CaseTables,
  wanted: Bits,
  total: number,
  sort: CaseSort & { key: Sortable },
  page: { limit: number; after?: string },
): RowPage {
  const seen = page.after === undefined ? null : readCursor(page.after, sort);
  const rows: number[] = [];
  // One more than asked for tells whether there is a next page.
  take({ tables, wanted, total, ...sort, seen, limit: page.limit + 1, into: rows });
  if (rows.length <= page.limit) return { rows };
  rows.pop();
  const last = rows.at(-1) as number;
  return { rows, next: cursorOf(sort, { row: last, key: sortKey(tables, sort.key, last) }) };
}

function sortKey({ columns }: CaseTables, key: Sortable, row: number): number | null {
  if (key === 'number') return row;
  if (key === 'priority') return priorities.indexOf(columns.coded.priority.valueAt(row) as Priority);
  const value = keyOf(columns, key, row);
  return value === Infinity ? null : value;
}

function take(taking: Taking): void {
  const { key, wanted, seen, descending, limit, into } = taking;
  if (key === 'number') wanted.take(into, limit, seen?.row ?? (descending ? Infinity : -1), descending);
  else if (key === 'priority') takeByPriority(taking);
  else if (key === 'due') takeByDue(taking);
  else takeByOrder(taking, key);
}

/** Cases that are never due come last in either direction, by number. */
function takeByDue(taking: Taking): void {
  const { tables, wanted, seen, limit, into } = taking;
  const running = tables.columns.coded.resting.rowsOf('running');
  const total = running === undefined ? 0 : wanted.countWith(running);
  if (total > 0 && seen?.key !== null) takeByOrder({ ...taking, total }, 'due');
  if (into.length >= limit) return;
  const rest = new Bits(tables.columns.size);
  rest.copyFrom(wanted);
  if (running !== undefined) rest.without(running);
  rest.take(into, limit, seen?.key === null ? seen.row : -1, false);
}

/** Walks the order, or sorts the few that match where a walk would meet them too seldom. */
function takeByOrder({ tables, wanted, total, descending, seen, limit, into }: Taking, key: KeptOrder): void {
  const { columns, orders } = tables;
  const past = seen === null || seen.key === null ? null : pastOf(columns, key, seen.key, seen.row, descending);
  if (total * total > columns.size * 5) {
    orders.get(key).take(into, limit, wanted, past, descending);
    return;
  }
  const few: number[] = [];
  wanted.each((row) => {
    if (keyOf(columns, key, row) !== Infinity && (past === null || past(row))) few.push(row);
  });
  const order = orderOf(columns, key);
  few.sort(descending ? (a, b) => order(b, a) : order);
  into.push(...few.slice(0, limit - into.length));
}

/** Whether a row lies behind the last one seen. */
function pastOf(
  columns: CaseColumns,
  order: KeptOrder,
  key: number,
  lastRow: number,
  descending: boolean,
): (row: number) => boolean {
  // A label may have been given anew since; the row still has its customer.
  const seen = order === 'customer' && columns.live.has(lastRow) ? keyOf(columns, order, lastRow) : key;
  return (row) => {
    const its = keyOf(columns, order, row);
    if (its === seen) return descending ? row < lastRow : row > lastRow;
    return its < seen === descending;
  };
}

/** Within one priority the oldest come first in either direction. */
function takeByPriority({ tables, wanted, descending, seen, limit, into }: Taking): void {
  const ranks = priorities.map((_, rank) => rank);
  if (descending) ranks.reverse();
  for (const rank of ranks) {
    if (seen !== null && seen.key !== null && (descending ? rank > seen.key : rank < seen.key)) continue;
    const rows = tables.columns.coded.priority.rowsOf(priorities[rank] as string);
    if (rows === undefined || into.length >= limit) continue;
    cutOf(wanted, rows).take(into, limit, rank === seen?.key ? seen.row : -1, false);
  }
}

function cutOf(a: Bits, b: Bits): Bits {
  const both = new Bits(a.words.length * 32);
  both.copyFrom(a);
  both.and(b);
  return both;
}

export function cursorOf(sort: CaseSort, seen: Seen): string {
  return Buffer.from(JSON.stringify([sort.key, sort.descending, seen.key, seen.row])).toString('base64url');
}

export function readCursor(cursor: string, sort: CaseSort): Seen {
  try {
    const [key, descending, value, row] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const sameList = key === sort.key && descending === sort.descending;
    if (sameList && (value === null || typeof value === 'number') && isRow(row)) {
      return { key: value, row };
    }
  } catch {
    // Falls through to the refusal.
  }
  throw badCursor();
}

function isRow(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31;
}

function badCursor(): Failure {
  return new Failure('invalid', 'The cursor is not one of ours.', {
    faults: [{ path: 'after', message: 'must be the `next` of a list with the same sort' }],
  });
}
