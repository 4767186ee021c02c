import assert from 'node:assert/strict';
import type { Case } from '../../../../backend/contracts/case.ts';
import type { CaseChanged } from '../../../../backend/contracts/live.ts';
import { filterOfView } from '../../../../tab/features/cases/filter.ts';
import {
  type ListState,
  type Sight,
  withArrivedShown,
  withChanges,
  withFirstPage,
  withFreshPlaced,
  withNextPage,
  withoutLeft,
} from '../../../../tab/features/cases/list-state.ts';
import { afternoon, aWireCase } from './wire-case.ts';

const sight: Sight = { filter: filterOfView('open'), myId: 'jonas', nowMs: afternoon };
const soon = aWireCase({ priority: 'high', ageMinutes: 50 }, 1);
const later = aWireCase({ priority: 'medium', ageMinutes: 50 }, 2);
const actor = { id: 'ana', name: 'Ana Ruiz' };

function listOf(items: Case[], more: { next?: string; view?: Sight } = {}): ListState {
  const page = { items, total: items.length, ...(more.next !== undefined && { next: more.next }) };
  return withFirstPage(page, more.view ?? sight);
}

function changed(value: Case, fields: Partial<Case>): CaseChanged {
  const updatedAt = new Date(afternoon + 1000).toISOString();
  return { case: { ...value, ...fields, updatedAt }, kind: 'changed', actor };
}

function opened(value: Case): CaseChanged {
  return { case: value, kind: 'opened', actor };
}

const numbers = (state: ListState) => state.rows.map((row) => row.case.number);

describe('The list while cases change elsewhere', () => {
  it('swaps what changed in its row and flashes it once', () => {
    const state = withChanges(listOf([soon, later]), [changed(soon, { assigneeName: 'Ana Ruiz' })], sight);
    assert.deepEqual(numbers(state), [soon.number, later.number]);
    assert.deepEqual(
      state.rows.map((row) => [row.case.assigneeName, row.flashes]),
      [
        ['Ana Ruiz', 1],
        ['Jonas Weber', 0],
      ],
    );
  });

  it('keeps a case that no longer fits in its place until the list is tidied', () => {
    const state = withChanges(listOf([soon, later]), [changed(soon, { status: 'resolved' })], sight);
    assert.deepEqual(
      state.rows.map((row) => row.left),
      [true, false],
    );
    assert.deepEqual(numbers(withoutLeft(state)), [later.number]);
  });

  it('takes a case back that fits again', () => {
    const left = withChanges(listOf([soon]), [changed(soon, { status: 'resolved' })], sight);
    assert.equal(withChanges(left, [changed(soon, {})], sight).rows[0]?.left, false);
  });

  it('ignores news older than what it shows', () => {
    const old = { ...changed(soon, { status: 'resolved' }).case, updatedAt: '2020-01-01T00:00:00.000Z' };
    const state = withChanges(listOf([soon]), [{ case: old, kind: 'changed', actor }], sight);
    assert.equal(state.rows[0]?.case.status, 'in_progress');
  });

  it('collects new cases and puts them where they belong when asked', () => {
    const urgent = aWireCase({ priority: 'critical', status: 'new', ageMinutes: 40 }, 3);
    const state = withChanges(listOf([soon, later]), [opened(urgent), opened(urgent)], sight);
    assert.deepEqual(numbers(state), [soon.number, later.number]);
    assert.equal(state.arrived.length, 1);
    assert.deepEqual(numbers(withArrivedShown(state, sight)), [urgent.number, soon.number, later.number]);
  });

  it('moves a case that came only now once the analyst finds it pressing, and none that was there before', () => {
    const fresh = aWireCase({ priority: 'medium', status: 'new', ageMinutes: 1 }, 3);
    const came = withArrivedShown(withChanges(listOf([soon, later]), [opened(fresh)], sight), sight);
    assert.deepEqual(numbers(came), [soon.number, later.number, fresh.number]);
    const graver = aWireCase({ priority: 'critical', status: 'new', ageMinutes: 25 }, 3);
    const judged = withChanges(came, [changed(graver, {}), changed(later, { priority: 'critical' })], sight);
    assert.deepEqual(numbers(withFreshPlaced(judged, sight)), [fresh.number, soon.number, later.number]);
    const muchLater = { ...sight, nowMs: afternoon + 60_000 };
    assert.deepEqual(numbers(withFreshPlaced(judged, muchLater)), [soon.number, later.number, fresh.number]);
  });

  it('lets a waiting case go that was resolved meanwhile', () => {
    const fresh = aWireCase({ status: 'new' }, 3);
    const state = withChanges(listOf([soon]), [opened(fresh)], sight);
    assert.equal(withChanges(state, [changed(fresh, { status: 'resolved' })], sight).arrived.length, 0);
  });

  it('does not announce a case that comes with a later page anyway', () => {
    const state = listOf([soon], { next: 'cursor' });
    assert.equal(withChanges(state, [changed(later, {})], sight).arrived.length, 0);
    const first = aWireCase({ priority: 'critical', status: 'new', ageMinutes: 40 }, 3);
    assert.equal(withChanges(state, [opened(first)], sight).arrived.length, 1);
  });

  it('takes in a case that was just assigned to me', () => {
    const mine: Sight = { ...sight, filter: filterOfView('mine') };
    const theirs = aWireCase({ assignee: 'ana' }, 4);
    const state = withChanges(listOf([soon], { view: mine }), [changed(theirs, { assignee: 'jonas' })], mine);
    assert.deepEqual(
      state.arrived.map((each) => each.number),
      [theirs.number],
    );
  });

  it('shows no case twice when pages shift', () => {
    const state = withNextPage(listOf([soon], { next: '1' }), { items: [soon, later], total: 2 }, sight);
    assert.deepEqual(numbers(state), [soon.number, later.number]);
    assert.equal(state.next, undefined);
  });
});
