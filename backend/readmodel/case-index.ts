import type { Period } from '../domain/analytics/period.ts';
import type { SupportCase, Versioned } from '../domain/case/case.ts';
import { Failure } from '../domain/failure.ts';
import { standing } from '../domain/sla/clocks.ts';
import type { CaseStatus } from '../domain/vocabulary.ts';
import type { CaseFigures, DashboardFigures, Grouping } from '../ports/case-figures.ts';
import type {
  AlikeCase,
  AlikeCases,
  CaseFilter,
  CaseIndex,
  CaseSort,
  CustomerPage,
  CustomerQuery,
  FoundCases,
  NotClosedCase,
} from '../ports/case-index.ts';
import type { Clock } from '../ports/system.ts';
import type { TextIndex } from '../ports/text-index.ts';
import { dashboardOf, performanceOf, trendsOf } from './aggregate.ts';
import type { Bits } from './bits.ts';
import { CaseColumns, customerText, rowOf } from './case-columns.ts';
import { CaseOrders, type KeptOrder, keyOf } from './case-orders.ts';
import { CustomerCases } from './customer-cases.ts';
import { listCustomers } from './customer-list.ts';
import { findByText, setOf } from './find-by-text.ts';
import { type CaseTables, matchingRows } from './matching-rows.ts';
import { RowsById } from './rows-by-id.ts';
import { takePage } from './take-page.ts';
import type { TextFeed } from './text-feed.ts';

/** Of a customer so many cases are compared, the newest. */
const mostOfCustomer = 30;
/** Rows that are looked at in one go. */
const rowsInSlice = 4_000;
const caseId = /^[0-9a-f]{24}$/;

export interface PlacedCase {
  id: string;
  row: number;
}

/** With the row of each id. */
interface PlacedTables extends CaseTables {
  ids: RowsById;
}

interface Page {
  limit: number;
  after?: string;
}

/** Every case in columns in memory. Disposable: built from the store or a snapshot, kept up to date by the tailer. */
export class MemoryCaseIndex implements CaseIndex, CaseFigures {
  #columns = new CaseColumns();
  readonly #texts: TextFeed | undefined;
  readonly #clock: Clock;
  /** Made from the columns when first asked for, so that loading many cases does not keep them in order one by one. */
  #made: PlacedTables | undefined;
  #changes = 0;
  #ready = false;

  constructor(clock: Clock, texts?: TextFeed) {
    this.#clock = clock;
    this.#texts = texts;
  }

  /** Takes over columns that were kept from an earlier run. */
  load(columns: CaseColumns): void {
    this.#columns = columns;
    this.#made = undefined;
    this.#changes += 1;
  }

  get columns(): CaseColumns {
    return this.#columns;
  }

  ready(): boolean {
    return this.#ready;
  }

  markReady(): void {
    this.#tables();
    this.#ready = true;
  }

  /** How many changes have been applied; answers given at the same count are the same but for the time. */
  get changes(): number {
    return this.#changes;
  }

  /** Leaves nothing of customers whom no case names any more. */
  forgetUnused(): void {
    this.#columns.forgetUnused();
    this.#changes += 1;
  }

  put({ value }: Versioned<SupportCase>): void {
    const row = rowOf(value.number);
    this.#changes += 1;
    if (value.removed) this.#remove(row);
    else this.#place(row, value);
  }

  #place(row: number, value: SupportCase): void {
    const tables = this.#made;
    if (this.#columns.reserve(row)) {
      tables?.customers.grow();
      tables?.ids.grow();
    }
    if (tables === undefined) this.#columns.write(row, value);
    else this.#change(tables, row, value);
  }

  async find(filter: CaseFilter, sort: CaseSort, page: Page): Promise<FoundCases> {
    const tables = this.#tables();
    if (filter.q?.trim()) return this.#findText(tables, filter, sort, page);
    const rows = matchingRows(tables, filter, this.#clock.nowMs());
    const total = rows.count();
    const key = sort.key === 'relevance' ? 'created' : sort.key;
    const taken = takePage(tables, rows, total, { ...sort, key }, page);
    const cases = taken.rows.map((row) => placedIn(this.#columns, row));
    return { cases, total, ...(taken.next !== undefined && { next: taken.next }) };
  }

  async dashboard(filter: CaseFilter, period: Period): Promise<DashboardFigures> {
    return dashboardOf(this.#tables(), await this.#matching(filter), period, this.#clock.nowMs());
  }

  async trends(filter: CaseFilter, period: Period, by?: Grouping) {
    return trendsOf(this.#tables(), await this.#matching(filter), period, by);
  }

  async performance(filter: CaseFilter, period: Period, by: Grouping) {
    return performanceOf(this.#tables(), await this.#matching(filter), period, by, this.#clock.nowMs());
  }

  async #matching(filter: CaseFilter): Promise<Bits> {
    const found = filter.q?.trim() ? await (await this.#settledTexts()).rows(filter.q) : undefined;
    const tables = this.#tables();
    return matchingRows(tables, filter, this.#clock.nowMs(), found && setOf(tables, found));
  }

  async #settledTexts(): Promise<TextIndex> {
    if (this.#texts === undefined) throw new Failure('unavailable', 'There is no text search here.');
    await this.#texts.flush();
    return this.#texts.text;
  }

  async #findText(tables: CaseTables, filter: CaseFilter, sort: CaseSort, page: Page): Promise<FoundCases> {
    const text = await this.#settledTexts();
    const { rows, total, next } = await findByText(tables, text, filter, sort, page, this.#clock.nowMs());
    const snippets = await text.snippets(filter.q ?? '', rows);
    const cases = rows.map((row, i) => ({ id: this.#columns.idAt(row), row, snippet: snippets[i] ?? '' }));
    return { cases, total, ...(next !== undefined && { next }) };
  }

  async alike({ number, customer, text, numbers }: AlikeCases, limit: number): Promise<AlikeCase[]> {
    const rows: number[] = [];
    for (const row of this.#tables().customers.rows(customer.toLowerCase())) {
      if (rows.length === mostOfCustomer) break;
      rows.push(row);
    }
    const found = await (await this.#settledTexts()).alike({ text, numbers, rows, except: rowOf(number) }, limit);
    const live = found.filter(({ row }) => this.#columns.live.has(row));
    return live.map(({ row, ...alike }) => ({ id: this.#columns.idAt(row), ...alike }));
  }

  idByNumber(number: string): string | undefined {
    return this.byNumber(number)?.id;
  }

  byNumber(number: string): PlacedCase | undefined {
    const digits = /^HC-(\d{1,9})$/.exec(number)?.[1];
    return digits === undefined ? undefined : this.at(Number(digits));
  }

  /** By its number, in any letter case, or by its id. */
  located(ref: string): PlacedCase | undefined {
    if (!caseId.test(ref)) return this.byNumber(ref.toUpperCase());
    const row = this.#tables().ids.find(ref);
    return row === undefined ? undefined : this.at(row);
  }

  /** The case in a row, if there is one. */
  at(row: number): PlacedCase | undefined {
    return row < this.#columns.size && this.#columns.live.has(row) ? { id: this.#columns.idAt(row), row } : undefined;
  }

  casesOfCustomer(email: string, limit: number): PlacedCase[] {
    const cases: PlacedCase[] = [];
    for (const row of this.#tables().customers.rows(email.toLowerCase())) {
      if (cases.length >= limit) break;
      cases.push(placedIn(this.#columns, row));
    }
    return cases;
  }

  customers(query: CustomerQuery): CustomerPage {
    return listCustomers(this.#tables(), query);
  }

  ofCustomer(email: string, limit: number): string[] {
    return this.casesOfCustomer(email, limit).map(({ id }) => id);
  }

  withoutAnalysis(limit: number): string[] {
    const rows: number[] = [];
    this.#columns.unanalysed.take(rows, limit, -1, false);
    return rows.map((row) => this.#columns.idAt(row));
  }

  *notClosed(): Generator<NotClosedCase[]> {
    for (let from = 0; from < this.#columns.size; from += rowsInSlice) {
      const slice: NotClosedCase[] = [];
      const columns = this.#columns;
      const { assignee, team } = columns.coded;
      for (let row = from; row < Math.min(from + rowsInSlice, columns.size); row++) {
        const status = columns.coded.status.valueAt(row) as CaseStatus;
        if (!columns.live.has(row) || status === 'closed') continue;
        slice.push({
          id: columns.idAt(row),
          status,
          assignee: assignee.valueAt(row),
          team: team.valueAt(row),
          analysed: !columns.unanalysed.has(row),
          dueMs: columns.numbers.due[row] as number,
          levelMs: columns.numbers.level[row] as number,
          basis: columns.bases.values[columns.basis[row] as number] ?? '',
        });
      }
      yield slice;
    }
  }

  /** What is left of a case that was removed keeps its number and shows nowhere. */
  #remove(row: number): void {
    if (row >= this.#columns.size || !this.#columns.live.has(row)) return;
    this.#made?.customers.remove(row);
    this.#made?.orders.remove(row);
    this.#columns.remove(row);
  }

  #change({ orders, customers, ids }: PlacedTables, row: number, value: SupportCase): void {
    const columns = this.#columns;
    const isNew = !columns.live.has(row);
    const changesKey = (order: KeptOrder) => keyOf(columns, order, row) !== nextKey(columns, order, value);
    const otherCustomer = isNew || columns.emails.find(value.customer.email.toLowerCase()) !== columns.email[row];
    if (otherCustomer && !isNew) customers.remove(row);
    orders.change(row, isNew, () => columns.write(row, value), changesKey);
    if (otherCustomer) customers.add(row);
    if (isNew) ids.add(row);
  }

  #tables(): PlacedTables {
    const columns = this.#columns;
    this.#made ??= {
      columns,
      orders: new CaseOrders(columns),
      customers: new CustomerCases(columns),
      ids: new RowsById(columns),
    };
    return this.#made;
  }
}

/** Whoever knows the case by its row has no use for its id, which takes longer to write down than to find the row. */
function placedIn(columns: CaseColumns, row: number): PlacedCase {
  return {
    row,
    get id() {
      return columns.idAt(row);
    },
  };
}

function nextKey(columns: CaseColumns, order: KeptOrder, value: SupportCase): number {
  switch (order) {
    case 'created':
      return Date.parse(value.createdAt);
    case 'updated':
      return Date.parse(value.updatedAt);
    case 'due':
      return standing(value).dueMs;
    case 'customer':
      return columns.customers.label(columns.customers.code(customerText(value)));
  }
}
