import { type WeekHour, weekHourOf } from '../domain/analytics/local-hour.ts';
import type { CaseFilter } from '../ports/case-index.ts';
import { Bits } from './bits.ts';
import { type CaseColumns, type NumberColumn, verdicts } from './case-columns.ts';
import type { CaseOrders } from './case-orders.ts';
import type { CustomerCases } from './customer-cases.ts';

export interface CaseTables {
  columns: CaseColumns;
  orders: CaseOrders;
  customers: CustomerCases;
}

const simpleFields = ['status', 'priority', 'category', 'sentiment', 'source', 'language', 'assignee', 'team'] as const;

type Test = (row: number) => boolean;

/**
 * The rows for which all of a filter holds. Fields with few values are sets that are cut with one another; what is left
 * is then looked at row by row for the rest. `q` is not looked at: its rows come as `found`.
 */
export function matchingRows(tables: CaseTables, filter: CaseFilter, nowMs: number, found?: Bits): Bits {
  const { columns } = tables;
  const rows = new Bits(columns.size);
  rows.copyFrom(columns.live);
  if (found !== undefined) rows.and(found);
  for (const name of simpleFields) {
    const values = filter[name];
    if (values !== undefined && values.length > 0) columns.coded[name].cut(rows, values);
  }
  if (filter.sla?.length) cut(rows, (into) => addStates(tables, into, new Set(filter.sla), nowMs));
  if (filter.customer?.length) cut(rows, (into) => addCustomers(tables, into, filter.customer ?? []));
  keepWithin(rows, columns, filter);
  for (const test of rowTests(columns, filter)) rows.keep(test);
  return rows;
}

function cut(rows: Bits, add: (into: Bits) => void): void {
  const allowed = new Bits(rows.words.length * 32);
  add(allowed);
  rows.and(allowed);
}

/** The state follows from the running deadline, so those in a state lie together in the order of deadlines. */
function addStates({ columns, orders }: CaseTables, into: Bits, states: Set<string>, nowMs: number): void {
  const { due, risk } = columns.numbers;
  for (const resting of ['paused', 'none']) {
    const rows = states.has(resting) ? columns.coded.resting.rowsOf(resting) : undefined;
    if (rows !== undefined) into.or(rows);
  }
  const add = (row: number) => {
    const state = nowMs > (due[row] as number) ? 'breached' : nowMs >= (risk[row] as number) ? 'at_risk' : 'ok';
    if (states.has(state)) into.add(row);
  };
  if (!states.has('ok') && !states.has('at_risk')) {
    if (!states.has('breached')) return;
    orders.get('due').walk(null, (row) => {
      add(row);
      return nowMs > (due[row] as number);
    });
    return;
  }
  columns.coded.resting.rowsOf('running')?.each(add);
}

function addCustomers({ customers }: CaseTables, into: Bits, addresses: string[]): void {
  for (const address of addresses) for (const row of customers.rows(address.toLowerCase())) into.add(row);
}

function keepWithin(rows: Bits, { numbers }: CaseColumns, filter: CaseFilter): void {
  const within = (name: NumberColumn, from?: string, to?: string) => {
    if (from !== undefined || to !== undefined) rows.keepWithin(numbers[name], ms(from, -Infinity), ms(to, Infinity));
  };
  within('created', filter.createdFrom, filter.createdTo);
  within('updated', filter.updatedFrom, filter.updatedTo);
  within('due', undefined, filter.dueBefore);
  within('firstResponse', filter.answeredFrom, filter.answeredTo);
  within('ended', filter.resolvedFrom, filter.resolvedTo);
  within('reopened', filter.reopenedFrom, filter.reopenedTo);
  within('asked', filter.askedFrom, filter.askedTo);
  within('rated', filter.ratedFrom, filter.ratedTo);
}

function rowTests(columns: CaseColumns, filter: CaseFilter): Test[] {
  const tests: Test[] = [];
  if (filter.rating?.length) {
    const wanted = new Set(filter.rating);
    tests.push((row) => wanted.has(columns.rating[row] as number));
  }
  if (filter.complaint !== undefined) tests.push((row) => columns.complaint.has(row) === filter.complaint);
  if (filter.needsReview !== undefined) tests.push((row) => columns.needsReview.has(row) === filter.needsReview);
  if (filter.promise?.length) {
    const wanted = new Set(filter.promise.map((word) => verdicts[word]));
    tests.push((row) => wanted.has(columns.verdict[row] as 1 | 2));
  }
  if (filter.arrived?.length) tests.push(arrivedTest(columns, filter.arrived, filter.zone));
  if (filter.tag?.length) tests.push(tagTest(columns, filter.tag));
  return tests;
}

function arrivedTest({ numbers: { created } }: CaseColumns, wanted: WeekHour[], zone = 'UTC'): Test {
  const hours = new Set(wanted.map(({ weekday, hour }) => weekday * 24 + hour));
  return (row) => {
    const { weekday, hour } = weekHourOf(created[row] as number, zone);
    return hours.has(weekday * 24 + hour);
  };
}

function tagTest({ tagSet, tagSets }: CaseColumns, tags: string[]): Test {
  const wanted = new Set(tags);
  const fits = tagSets.values.map((set) => set.split('\n').some((tag) => tag !== '' && wanted.has(tag)));
  return (row) => fits[tagSet[row] as number] === true;
}

function ms(instant: string | undefined, otherwise: number): number {
  return instant === undefined ? otherwise : Date.parse(instant);
}
