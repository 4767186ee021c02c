import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SupportCase } from '../../../backend/domain/case/case.ts';
import { standing } from '../../../backend/domain/sla/clocks.ts';
import { caseStatuses, priorities, sentiments } from '../../../backend/domain/vocabulary.ts';
import { type CaseFilter, type CaseSort, caseSortKeys } from '../../../backend/ports/case-index.ts';
import { MemoryCaseIndex } from '../../../backend/readmodel/case-index.ts';
import { aCase } from '../../builders/case.ts';
import { TestClock } from '../../fakes/test-clock.ts';

const clock = new TestClock('2026-11-24T15:00:00.000Z');

function indexOf(cases: SupportCase[]): MemoryCaseIndex {
  const index = new MemoryCaseIndex(clock);
  for (const value of cases) index.put({ value, etag: '1' });
  return index;
}

function allPages(index: MemoryCaseIndex, filter: CaseFilter, sort: CaseSort, limit: number): string[] {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = index.list(filter, sort, { limit, ...(after !== undefined && { after }) });
    ids.push(...page.items.map((item) => item.value.id));
    after = page.next;
  } while (after !== undefined);
  return ids;
}

const minutes = fc
  .integer({ min: 0, max: 3_000 })
  .map((n) => new Date(Date.parse('2026-11-23T00:00:00Z') + n * 60_000));
const someCase = fc
  .record({
    status: fc.constantFrom(...caseStatuses),
    priority: fc.constantFrom(...priorities),
    sentiment: fc.constantFrom(...sentiments),
    assignee: fc.constantFrom('ana', 'jonas', null),
    created: minutes,
    tags: fc.subarray(['leak', 'billing', 'vip']),
  })
  .map(({ created, ...fields }) =>
    aCase({ ...fields, createdAt: created.toISOString(), updatedAt: created.toISOString() }),
  );

describe('The case index', () => {
  it('answers any filter, sort and page like a plain look through all cases', () => {
    const filters = fc.record(
      {
        status: fc.subarray([...caseStatuses]),
        priority: fc.subarray([...priorities]),
        assignee: fc.subarray(['ana', 'jonas', null]),
        tag: fc.subarray(['leak', 'vip']),
        createdFrom: minutes.map((date) => date.toISOString()),
      },
      { requiredKeys: [] },
    );
    const sorts = fc.record({ key: fc.constantFrom(...caseSortKeys), descending: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(someCase, { maxLength: 40 }),
        filters,
        sorts,
        fc.integer({ min: 1, max: 7 }),
        (cases, filter, sort, limit) => {
          const index = indexOf(cases);
          const expected = cases.filter((value) => plainly(value, filter)).map((value) => value.id);
          const paged = allPages(index, filter, sort, limit);
          assert.deepEqual([...paged].sort(), [...expected].sort());
          assert.deepEqual(paged, allPages(index, filter, sort, 200));
          assert.equal(index.list(filter, sort, { limit: 1 }).total, expected.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('puts what is due first first, and what has no deadline last in either direction', () => {
    const soon = aCase({ priority: 'critical', createdAt: '2026-11-24T14:00:00.000Z' });
    const later = aCase({ priority: 'low', createdAt: '2026-11-24T14:00:00.000Z' });
    const never = aCase({ status: 'resolved', resolvedAt: '2026-11-24T14:00:00.000Z' });
    const index = indexOf([never, later, soon]);
    const order = (descending: boolean) => allPages(index, {}, { key: 'due', descending }, 50);
    assert.deepEqual(order(false), [soon.id, later.id, never.id]);
    assert.deepEqual(order(true), [later.id, soon.id, never.id]);
    assert.equal(standing(never).dueMs, Infinity);
  });

  it('finds words in subject, number, customer and summary, without accents and letter case', () => {
    const value = aCase({ subject: 'Doppelte Abbuchung für Müller', number: 'HC-4711' });
    const index = indexOf([value, aCase()]);
    const found = (q: string) => index.list({ q }, { key: 'created', descending: false }, { limit: 5 }).total;
    assert.equal(found('muller ABBUCHUNG'), 1);
    assert.equal(found('hc-4711'), 1);
    assert.equal(found('nadia'), 2);
    assert.equal(found('muller rechnung'), 0);
  });

  it('refuses a cursor of another list', () => {
    const index = indexOf([aCase(), aCase(), aCase()]);
    const { next } = index.list({}, { key: 'created', descending: false }, { limit: 1 });
    assert.ok(next);
    assert.throws(() => index.list({}, { key: 'number', descending: false }, { limit: 1, after: next }), /cursor/);
    assert.throws(() => index.list({}, { key: 'created', descending: false }, { limit: 1, after: 'x' }), /cursor/);
  });

  it('follows a case from number to id and from customer to cases', () => {
    const value = aCase();
    const index = indexOf([value, aCase({ customer: { email: 'owen@example.com', name: 'Owen' } })]);
    assert.equal(index.idByNumber(value.number), value.id);
    assert.equal(index.ofCustomer('Owen@Example.com', 10).length, 1);
    index.put({ value: { ...value, customer: { email: 'owen@example.com', name: 'Owen' } }, etag: '2' });
    assert.equal(index.ofCustomer('owen@example.com', 10).length, 2);
    assert.equal(index.ofCustomer('nadia.haddad@example.com', 10).length, 0);
  });
});

function plainly(value: SupportCase, filter: CaseFilter): boolean {
  const within = <T>(wanted: T[] | undefined, actual: T) => !wanted || wanted.length === 0 || wanted.includes(actual);
  return (
    within(filter.status, value.status) &&
    within(filter.priority, value.priority) &&
    within(filter.assignee, value.assignee) &&
    (!filter.tag?.length || filter.tag.some((tag) => value.tags.includes(tag))) &&
    (filter.createdFrom === undefined || value.createdAt >= filter.createdFrom)
  );
}
