import type { Case, CaseList } from '../../../backend/contracts/case.ts';
import type { CaseChanged } from '../../../backend/contracts/live.ts';
import { compareCases } from './case-order.ts';
import { criteriaOf, type Filter } from './filter.ts';
import { fits, staysIn } from './fits.ts';
import { type GroupKey, groupFor, groupKeys } from './groups.ts';

export interface Row {
  case: Case;
  /** Fixed when the row came in: nothing moves by itself. */
  group: GroupKey;
  /** True once the case no longer fits; the row stays until the person sorts, filters or goes to the top. */
  left: boolean;
  /** Grows with every change, so that the row can flash once for each. */
  flashes: number;
  /** When it came in by itself; null for what was loaded. Milliseconds since the epoch. */
  cameMs: number | null;
}

/** What the list has loaded, in the order in which it is shown. */
export interface ListState {
  phase: 'loading' | 'ready' | 'failed';
  rows: Row[];
  /** Exact number of cases that fit, loaded or not. */
  total: number;
  /** Cursor of the page after the last row; undefined when all are loaded. */
  next: string | undefined;
  /** Cases that came since and wait to be shown. */
  arrived: Case[];
  /** What went wrong last, until the next success. */
  error: unknown;
}

export const emptyList: ListState = {
  phase: 'loading',
  rows: [],
  total: 0,
  next: undefined,
  arrived: [],
  error: null,
};

/** The moment and the person, which decide what fits where. */
export interface Sight {
  filter: Filter;
  myId: string;
  nowMs: number;
}

export function withFirstPage(page: CaseList, sight: Sight): ListState {
  return { ...emptyList, phase: 'ready', rows: toRows(page.items, sight), total: page.total, next: page.next };
}

/** Appends a page; cases that moved onto it while it was fetched are not shown twice. */
export function withNextPage(state: ListState, page: CaseList, sight: Sight): ListState {
  const known = new Set(state.rows.map((row) => row.case.id));
  const fresh = page.items.filter((item) => !known.has(item.id));
  const rows = gathered([...state.rows, ...toRows(fresh, sight)]);
  return { ...state, rows, total: page.total, next: page.next, error: null };
}

/** Takes in what happened elsewhere: rows change in place, newcomers wait in `arrived`. */
export function withChanges(state: ListState, changes: CaseChanged[], sight: Sight): ListState {
  const latest = new Map(changes.map((change) => [change.case.id, change]));
  const criteria = criteriaOf(sight.filter, sight.nowMs);
  const rows = state.rows.map((row) => {
    const change = latest.get(row.case.id);
    latest.delete(row.case.id);
    if (change === undefined || change.case.updatedAt < row.case.updatedAt) return row;
    const left = !staysIn(change.case, criteria, sight.myId, sight.nowMs);
    return { ...row, case: change.case, left, flashes: row.flashes + 1 };
  });
  const others = [...latest.values()].map((change) => change.case);
  const waiting = state.arrived.filter((each) => !latest.has(each.id));
  const newcomers = others.filter(
    (each) => fits(each, criteria, sight.myId, sight.nowMs) && isWithinLoaded(each, state, sight),
  );
  return { ...state, rows, arrived: [...waiting, ...newcomers] };
}

/** A case that belongs below the last loaded row comes with its page. */
function isWithinLoaded(value: Case, state: ListState, sight: Sight): boolean {
  const last = state.rows.at(-1);
  if (state.next === undefined || last === undefined) return true;
  return compareCases(sight.filter.sort, sight.nowMs)(value, last.case) < 0;
}

/** Puts the waiting cases where they belong. */
export function withArrivedShown(state: ListState, sight: Sight): ListState {
  if (state.arrived.length === 0) return state;
  const fresh = toRows(state.arrived, sight).map((row) => ({ ...row, flashes: 1, cameMs: sight.nowMs }));
  return { ...state, rows: inserted(state.rows, fresh, sight), arrived: [] };
}

/** How long after a case came in the analyst may still find it more pressing and so move it. */
const settlesMs = 15_000;

/** Moves cases that came in only now to where they belong since the analyst has spoken. Not while somebody reads the list. */
export function withFreshPlaced(state: ListState, sight: Sight): ListState {
  const isFresh = (row: Row) => !row.left && row.cameMs !== null && sight.nowMs - row.cameMs < settlesMs;
  const fresh = state.rows.filter(isFresh);
  if (fresh.length === 0) return state;
  const regrouped = fresh.map((row) => ({ ...row, group: groupFor(row.case, sight.filter.sort, sight.nowMs) }));
  const settled = state.rows.filter((row) => !isFresh(row));
  return { ...state, rows: inserted(settled, regrouped, sight) };
}

function inserted(into: Row[], fresh: Row[], sight: Sight): Row[] {
  const compare = compareCases(sight.filter.sort, sight.nowMs);
  const rows = [...into];
  for (const row of fresh) {
    const at = rows.findIndex((each) => compare(row.case, each.case) < 0);
    rows.splice(at === -1 ? rows.length : at, 0, row);
  }
  return gathered(rows);
}

/** Lets rows go that left the view. */
export function withoutLeft(state: ListState): ListState {
  if (!state.rows.some((row) => row.left)) return state;
  return { ...state, rows: state.rows.filter((row) => !row.left) };
}

function toRows(cases: Case[], { filter, nowMs }: Sight): Row[] {
  const rows = cases.map((each) => ({
    case: each,
    group: groupFor(each, filter.sort, nowMs),
    left: false,
    flashes: 0,
    cameMs: null,
  }));
  return gathered(rows);
}

/** Keeps the members of a group together, otherwise in the order they have. */
function gathered(rows: Row[]): Row[] {
  return [...rows].sort((a, b) => groupKeys.indexOf(a.group) - groupKeys.indexOf(b.group));
}
