import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SupportCase } from '../../../backend/domain/case/case.ts';
import { standing, stateAt } from '../../../backend/domain/sla/clocks.ts';
import { caseSources, caseStatuses, priorities, sentiments } from '../../../backend/domain/vocabulary.ts';
import type { CaseFilter, CaseSort } from '../../../backend/ports/case-index.ts';
import { MemoryCaseIndex } from '../../../backend/readmodel/case-index.ts';
import { createDice, type Dice } from '../../../backend/seed/dice.ts';
import { aCase } from '../../builders/case.ts';
import { TestClock } from '../../fakes/test-clock.ts';

const clock = new TestClock('2026-11-24T15:00:00.000Z');
const nowMs = clock.nowMs();
const caseCount = 10_000;
const keys = ['created', 'updated', 'due', 'priority', 'number', 'customer'] as const;
type Sort = CaseSort & { key: (typeof keys)[number] };

function indexOf(cases: SupportCase[]): MemoryCaseIndex {
  const index = new MemoryCaseIndex(clock);
  for (const value of cases) index.put({ value, etag: '1' });
  return index;
}

async function allPages(index: MemoryCaseIndex, filter: CaseFilter, sort: CaseSort, limit: number): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await index.find(filter, sort, { limit, ...(after !== undefined && { after }) });
    ids.push(...page.cases.map((one) => one.id));
    after = page.next;
  } while (after !== undefined);
  return ids;
}

const people = Array.from({ length: 300 }, (_, n) => ({ name: `Émil ${n % 40}`, email: `C${n}@Example.com` }));
const [tags, agents, teams] = [
  ['leak', 'billing', 'vip', 'key'],
  ['ana', 'jonas', 'mei'],
  ['property', 'product'],
];
const pick = <T>(dice: Dice, from: readonly T[]) => from[dice.below(from.length)] as T;
const some = <T>(dice: Dice, from: readonly T[]) => from.filter(() => dice.chance(0.4));
const minute = (dice: Dice) => new Date(nowMs - dice.below(4_000) * 60_000).toISOString();

/** Whole minutes on purpose, so that many rows share a key. */
function randomCase(dice: Dice): SupportCase {
  const status = pick(dice, caseStatuses);
  const createdAt = minute(dice);
  return aCase({
    status,
    priority: pick(dice, priorities),
    sentiment: pick(dice, sentiments),
    category: pick(dice, ['technical', 'billing', 'general']),
    source: pick(dice, caseSources),
    assignee: dice.chance(0.3) ? null : pick(dice, agents),
    team: dice.chance(0.2) ? null : pick(dice, teams),
    customer: pick(dice, people),
    tags: some(dice, tags),
    createdAt,
    updatedAt: minute(dice),
    resolvedAt: status === 'resolved' || status === 'closed' ? createdAt : null,
  });
}

function randomFilter(dice: Dice): CaseFilter {
  const filter: CaseFilter = {};
  const maybe = (set: () => void) => dice.chance(0.25) && set();
  maybe(() => (filter.status = some(dice, caseStatuses)));
  maybe(() => (filter.priority = some(dice, priorities)));
  maybe(() => (filter.sentiment = some(dice, sentiments)));
  maybe(() => (filter.category = [pick(dice, ['technical', 'billing', 'nobody'])]));
  maybe(() => (filter.source = some(dice, caseSources)));
  maybe(() => (filter.assignee = some(dice, [...agents, null, 'nobody'])));
  maybe(() => (filter.team = some(dice, teams)));
  maybe(() => (filter.tag = some(dice, [...tags, 'nothing'])));
  maybe(() => (filter.customer = some(dice, people).map(({ email }) => email)));
  maybe(() => (filter.sla = some(dice, ['ok', 'at_risk', 'breached', 'paused', 'none'] as const)));
  maybe(() => (filter.createdFrom = minute(dice)));
  maybe(() => (filter.createdTo = minute(dice)));
  maybe(() => (filter.updatedFrom = minute(dice)));
  maybe(() => (filter.updatedTo = minute(dice)));
  maybe(() => (filter.dueBefore = minute(dice)));
  return filter;
}

function plainly(value: SupportCase, filter: CaseFilter): boolean {
  const within = <T>(wanted: readonly T[] | undefined, actual: T) => !wanted?.length || wanted.includes(actual);
  const between = (at: string, from?: string, to?: string) => (!from || at >= from) && (!to || at < to);
  const dueMs = dueMsOf(value);
  return (
    within(filter.status, value.status) &&
    within(filter.priority, value.priority) &&
    within(filter.sentiment, value.sentiment) &&
    within(filter.category, value.category) &&
    within(filter.source, value.source) &&
    within(filter.assignee, value.assignee) &&
    within<string | null>(filter.team, value.team) &&
    within(filter.customer, value.customer.email) &&
    (!filter.sla?.length || filter.sla.includes(stateAt(standing(value), nowMs))) &&
    (!filter.tag?.length || filter.tag.some((tag) => value.tags.includes(tag))) &&
    between(value.createdAt, filter.createdFrom, filter.createdTo) &&
    between(value.updatedAt, filter.updatedFrom, filter.updatedTo) &&
    (filter.dueBefore === undefined || dueMs < Date.parse(filter.dueBefore))
  );
}

const dues = new Map<SupportCase, number>();
/** Worked out once a case: the plain look asks very often. */
function dueMsOf(value: SupportCase): number {
  const known = dues.get(value) ?? standing(value).dueMs;
  dues.set(value, known);
  return known;
}

const digits = (value: SupportCase) => Number(value.number.slice(3));
const text = ({ customer }: SupportCase) => `${customer.name.toLowerCase()} ${customer.email}`;
const ascending = <T>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);

/** The order that is promised, sorted the slow way. */
function plainOrder({ key, descending }: Sort): (a: SupportCase, b: SupportCase) => number {
  const sign = descending ? -1 : 1;
  const byNumber = (a: SupportCase, b: SupportCase) => digits(a) - digits(b);
  const orders: Record<Sort['key'], (a: SupportCase, b: SupportCase) => number> = {
    created: (a, b) => sign * (ascending(a.createdAt, b.createdAt) || byNumber(a, b)),
    updated: (a, b) => sign * (ascending(a.updatedAt, b.updatedAt) || byNumber(a, b)),
    customer: (a, b) => sign * (ascending(text(a), text(b)) || byNumber(a, b)),
    number: (a, b) => sign * byNumber(a, b),
    priority: (a, b) => sign * (priorities.indexOf(a.priority) - priorities.indexOf(b.priority)) || byNumber(a, b),
    due: (a, b) => {
      const [left, right] = [dueMsOf(a), dueMsOf(b)];
      if (left === Infinity || right === Infinity) return ascending(left, right) || byNumber(a, b);
      return sign * (left - right || byNumber(a, b));
    },
  };
  return orders[key];
}

describe('The case index', () => {
  describe(`over ${caseCount.toLocaleString('en')} random cases, many of them changed since`, function () {
    this.timeout(60_000);
    const dice = createDice(4711);
    const cases = Array.from({ length: caseCount }, () => randomCase(dice));
    const index = indexOf(cases);

    before(async () => {
      await index.find({}, { key: 'due', descending: false }, { limit: 1 });
      for (let n = 0; n < 3_000; n++) {
        const at = dice.below(caseCount);
        const { id, number } = cases[at] as SupportCase;
        cases[at] = { ...randomCase(dice), id, number };
        index.put({ value: cases[at], etag: String(n) });
      }
    });

    it('answers any filter, sort and page like a plain look through all cases, with the exact total', async () => {
      for (let n = 0; n < 240; n++) {
        const filter = randomFilter(dice);
        const sort: Sort = { key: pick(dice, keys), descending: dice.chance(0.5) };
        const expected = cases.filter((value) => plainly(value, filter)).sort(plainOrder(sort));
        const limit = 1 + dice.below(200);
        const start = dice.below(expected.length + 1);
        const what = JSON.stringify({ filter, sort, limit });
        const first = await index.find(filter, sort, { limit });
        assert.equal(first.total, expected.length, what);
        assert.deepEqual(
          first.cases.map((one) => one.id),
          expected.slice(0, limit).map((one) => one.id),
          what,
        );
        if (n % 8 === 0 && start > 0) {
          const paged = await allPages(index, filter, sort, Math.max(7, Math.ceil(expected.length / 5)));
          assert.deepEqual(
            paged,
            expected.map((one) => one.id),
            what,
          );
        }
      }
    });

    it('goes on behind the last row seen though rows change and come meanwhile', async () => {
      const sort: Sort = { key: 'updated', descending: true };
      const first = await index.find({}, sort, { limit: 100 });
      const rest = cases
        .toSorted(plainOrder(sort))
        .slice(100)
        .map((one) => one.id);
      const moved = cases.find((one) => one.id === first.cases[99]?.id) as SupportCase;
      index.put({ value: { ...moved, updatedAt: clock.now() }, etag: 'moved' });
      index.put({ value: aCase({ updatedAt: clock.now() }), etag: 'new' });
      const second = await index.find({}, sort, { limit: 100, after: first.next ?? '' });
      assert.deepEqual(
        second.cases.map((one) => one.id),
        rest.slice(0, 100),
      );
    });
  });

  it('puts what is due first first, and what has no deadline last in either direction', async () => {
    const soon = aCase({ priority: 'critical', createdAt: '2026-11-24T14:00:00.000Z' });
    const later = aCase({ priority: 'low', createdAt: '2026-11-24T14:00:00.000Z' });
    const never = aCase({ status: 'resolved', resolvedAt: '2026-11-24T14:00:00.000Z' });
    const index = indexOf([never, later, soon]);
    const order = (descending: boolean) => allPages(index, {}, { key: 'due', descending }, 1);
    assert.deepEqual(await order(false), [soon.id, later.id, never.id]);
    assert.deepEqual(await order(true), [later.id, soon.id, never.id]);
    assert.equal(standing(never).dueMs, Infinity);
  });

  it('grows beyond the room it began with', async () => {
    const far = aCase({ number: 'HC-70001' });
    const index = indexOf([aCase({ number: 'HC-1001' }), far]);
    assert.equal((await index.find({}, { key: 'number', descending: true }, { limit: 1 })).cases[0]?.id, far.id);
    index.put({ value: aCase({ number: 'HC-200001', customer: far.customer }), etag: '1' });
    assert.equal((await index.find({}, { key: 'due', descending: false }, { limit: 5 })).total, 3);
    assert.equal(index.idByNumber('HC-70001'), far.id);
    assert.deepEqual(index.located(far.id), { id: far.id, row: 70_001 });
  });

  it('finds each case by its id, and nothing by an id that nobody has', () => {
    const cases = Array.from({ length: 20_000 }, (_, n) => aCase({ number: `HC-${n * 3}` }));
    const index = indexOf(cases.slice(0, 9_000));
    assert.equal(index.located(cases[9_000]?.id ?? ''), undefined);
    for (const value of cases.slice(9_000)) index.put({ value, etag: '1' });
    for (const { id, number } of cases) assert.deepEqual(index.located(id), { id, row: Number(number.slice(3)) });
    for (const id of ['0'.repeat(24), 'f'.repeat(24)]) assert.equal(index.located(id), undefined);
  });

  it('refuses a cursor of another list, and whatever else somebody sends as one', async () => {
    const index = indexOf([aCase(), aCase(), aCase()]);
    const { next } = await index.find({}, { key: 'created', descending: false }, { limit: 1 });
    assert.ok(next);
    const page = { limit: 1, after: next };
    await assert.rejects(index.find({}, { key: 'number', descending: false }, page), /cursor/);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.json().map((json) => Buffer.from(json).toString('base64url')),
        ),
        (after) => assert.rejects(index.find({}, { key: 'created', descending: false }, { limit: 1, after }), /cursor/),
      ),
      { numRuns: 100 },
    );
  });

  it('follows a case from number to id and from customer to cases, the newest first', () => {
    const value = aCase();
    const index = indexOf([value, aCase({ customer: { email: 'owen@example.com', name: 'Owen' } })]);
    assert.equal(index.idByNumber(value.number), value.id);
    assert.equal(index.idByNumber('HC-999999999'), undefined);
    assert.equal(index.ofCustomer('Owen@Example.com', 10).length, 1);
    index.put({ value: { ...value, customer: { email: 'owen@example.com', name: 'Owen' } }, etag: '2' });
    const newest = aCase({ customer: { email: 'owen@example.com', name: 'Owen' } });
    index.put({ value: newest, etag: '1' });
    assert.equal(index.ofCustomer('owen@example.com', 10)[0], newest.id);
    assert.equal(index.ofCustomer('owen@example.com', 10).at(-1), value.id);
    assert.equal(index.ofCustomer('owen@example.com', 2).length, 2);
    assert.equal(index.ofCustomer('nadia.haddad@example.com', 10).length, 0);
  });
});
