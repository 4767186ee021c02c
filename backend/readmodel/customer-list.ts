import { Failure } from '../domain/failure.ts';
import { endedStatuses } from '../domain/vocabulary.ts';
import type { CustomerPage, CustomerQuery } from '../ports/case-index.ts';
import type { CaseTables } from './matching-rows.ts';

/** Customers by their newest case, the newest first. `q` is looked for in name and address. */
export function listCustomers(tables: CaseTables, { q, limit, after }: CustomerQuery): CustomerPage {
  const { columns, customers } = tables;
  const below = after === undefined ? Infinity : cursorOf(after);
  const wanted = q?.trim().toLowerCase() ?? '';
  const matches = (row: number) =>
    wanted === '' || (columns.customers.values[columns.customer[row] as number] ?? '').includes(wanted);
  const rows: number[] = [];
  let total = 0;
  for (const row of customers.newestRows()) {
    if (!matches(row)) continue;
    total += 1;
    if (row < below) rows.push(row);
  }
  rows.sort((a, b) => b - a);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const items = page.map((row) => {
    const email = columns.emails.values[columns.email[row] as number] ?? '';
    return { email, newestCase: columns.idAt(row), ...countsOf(tables, email) };
  });
  return { items, total, ...(rows.length > limit && last !== undefined && { next: String(last) }) };
}

function countsOf({ columns, customers }: CaseTables, email: string): { cases: number; openCases: number } {
  const counts = { cases: 0, openCases: 0 };
  const { status } = columns.coded;
  for (const row of customers.rows(email)) {
    counts.cases += 1;
    if (!endedStatuses.some((ended) => ended === status.valueAt(row))) counts.openCases += 1;
  }
  return counts;
}

function cursorOf(after: string): number {
  if (/^\d{1,9}$/.test(after)) return Number(after);
  throw new Failure('invalid', 'The cursor is not one of ours.', {
    faults: [{ path: 'after', message: 'must be the `next` of a list' }],
  });
}
