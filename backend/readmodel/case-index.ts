import type { SupportCase, Versioned } from '../domain/case/case.ts';
import { Failure } from '../domain/failure.ts';
import { standing } from '../domain/sla/clocks.ts';
import type { CaseFilter, CaseIndex, CasePage, CaseSort } from '../ports/case-index.ts';
import type { Clock } from '../ports/system.ts';
import { caseTest, type Indexed } from './case-filter.ts';
import { compareKeyed, type Keyed, sortKey } from './case-sort.ts';

/** Every case in memory. Disposable: built from the store at start, kept up to date by the tailer. */
export class MemoryCaseIndex implements CaseIndex {
  readonly #cases = new Map<string, Indexed>();
  readonly #idByNumber = new Map<string, string>();
  readonly #byCustomer = new Map<string, Set<string>>();
  readonly #withoutAnalysis = new Set<string>();
  readonly #clock: Clock;
  #ready = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  ready(): boolean {
    return this.#ready;
  }

  markReady(): void {
    this.#ready = true;
  }

  put(item: Versioned<SupportCase>): void {
    const { id, number, customer, ai } = item.value;
    const before = this.#cases.get(id);
    if (before !== undefined) this.#byCustomer.get(before.item.value.customer.email.toLowerCase())?.delete(id);
    this.#cases.set(id, { item, standing: standing(item.value) });
    this.#idByNumber.set(number, id);
    const email = customer.email.toLowerCase();
    this.#byCustomer.set(email, (this.#byCustomer.get(email) ?? new Set()).add(id));
    if (ai === null) this.#withoutAnalysis.add(id);
    else this.#withoutAnalysis.delete(id);
  }

  list(filter: CaseFilter, sort: CaseSort, page: { limit: number; after?: string }): CasePage {
    const nowMs = this.#clock.nowMs();
    const test = caseTest(filter, nowMs);
    const matching: Keyed[] = [];
    for (const one of this.#cases.values()) {
      if (test(one)) matching.push({ key: sortKey(one, sort), item: one.item });
    }
    matching.sort((a, b) => compareKeyed(a, b, sort.descending));
    const start = page.after === undefined ? 0 : startAfter(matching, page.after, sort);
    const items = matching.slice(start, start + page.limit);
    const last = items.at(-1);
    const more = last !== undefined && start + page.limit < matching.length;
    return { items: items.map((one) => one.item), total: matching.length, ...(more && { next: cursorOf(last, sort) }) };
  }

  idByNumber(number: string): string | undefined {
    return this.#idByNumber.get(number);
  }

  ofCustomer(email: string, limit: number): Versioned<SupportCase>[] {
    const ids = [...(this.#byCustomer.get(email.toLowerCase()) ?? [])];
    const cases = ids.map((id) => this.#cases.get(id)?.item).filter((one) => one !== undefined);
    return cases.sort((a, b) => (a.value.createdAt < b.value.createdAt ? 1 : -1)).slice(0, limit);
  }

  withoutAnalysis(limit: number): string[] {
    return [...this.#withoutAnalysis].slice(0, limit);
  }
}

/** A cursor names the last row seen rather than a position, so that rows coming and going shift nothing. */
function cursorOf(last: Keyed, sort: CaseSort): string {
  return encodeURIComponent(JSON.stringify([sort.key, sort.descending, last.key, last.item.value.id]));
}

function startAfter(sorted: Keyed[], cursor: string, sort: CaseSort): number {
  const [key, id] = readCursor(cursor, sort);
  const seen = { key, item: { value: { id } } } as Keyed;
  const index = sorted.findIndex((one) => compareKeyed(seen, one, sort.descending) < 0 && one.item.value.id !== id);
  return index === -1 ? sorted.length : index;
}

function readCursor(cursor: string, sort: CaseSort): [string, string] {
  const fault = new Failure('invalid', 'The cursor is not one of ours.', {
    faults: [{ path: 'after', message: 'must be the `next` of a list with the same sort' }],
  });
  try {
    const [sortedBy, descending, key, id] = JSON.parse(decodeURIComponent(cursor)) as unknown[];
    if (sortedBy !== sort.key || descending !== sort.descending) throw fault;
    if (typeof key !== 'string' || typeof id !== 'string') throw fault;
    return [key, id];
  } catch {
    throw fault;
  }
}
