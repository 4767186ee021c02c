import type { SupportCase } from '../case/case.ts';
import type { SlaState } from '../vocabulary.ts';
import { BusinessTime } from './business-time.ts';
import { roundTheClock } from './calendar.ts';
import type { CaseSla, StoredClock } from './case-sla.ts';
import { type ClockName, clockNames } from './clock-events.ts';
import { impliedEvents } from './lived-events.ts';
import { standardPolicy, termsOf } from './policy.ts';
import { standOf } from './stand.ts';

export interface SlaClockState {
  /** UTC instant, or null where nothing is due. */
  due: string | null;
  state: SlaState;
  /** When it was met or missed for good. */
  at?: string;
  /** What was promised, in minutes of the clock's calendar; absent when nothing was. */
  targetMinutes?: number;
  /** UTC instant at which a running clock becomes at risk, if nothing changes before. */
  riskAt?: string;
  /** Minutes left on a paused clock, below zero when it was overdue already. */
  leftMinutes?: number;
}

export type CaseClocks = Record<ClockName, SlaClockState>;

export type ClockFields = Pick<
  SupportCase,
  'priority' | 'status' | 'createdAt' | 'updatedAt' | 'firstResponseAt' | 'resolvedAt' | 'sla'
>;

/** The clocks of a case at `nowMs` (milliseconds since the epoch). */
export function clocks(value: ClockFields, nowMs: number): CaseClocks {
  const stored = storedClocks(value);
  return Object.fromEntries(clockNames.map((name) => [name, clockAt(stored[name], nowMs)])) as CaseClocks;
}

function clockAt(clock: StoredClock | null, nowMs: number): SlaClockState {
  if (clock === null) return { due: null, state: 'none' };
  const targetMinutes = clock.target;
  if (clock.state === 'paused') {
    return { due: null, state: 'paused', targetMinutes, leftMinutes: Math.floor(clock.left) };
  }
  const due = clock.due === null ? null : iso(clock.due);
  if (clock.state !== 'running') {
    return { due, state: clock.state === 'met' ? 'met' : 'breached', at: iso(clock.at), targetMinutes };
  }
  if (due === null || clock.due === null) return { due, state: 'ok', targetMinutes };
  if (nowMs > clock.due) return { due, state: 'breached', at: due, targetMinutes };
  if (clock.risk === null || nowMs >= clock.risk) return { due, state: 'at_risk', targetMinutes };
  return { due, state: 'ok', targetMinutes, riskAt: iso(clock.risk) };
}

/**
 * Where a case's clocks stand, in a form that time does not change: what lists filter and sort by, and what alerts are
 * found by. Milliseconds since the epoch; `Infinity` where nothing runs.
 */
export interface Standing {
  /** The running deadline that comes first; past it the case is breached. */
  dueMs: number;
  /** From then on the case is at risk, if nothing changes before. */
  riskMs: number;
  /** The state while no clock runs. */
  resting: 'paused' | 'none';
}

export function standing(value: ClockFields): Standing {
  const all = Object.values(storedClocks(value));
  const running = all.filter((clock) => clock?.state === 'running');
  return {
    dueMs: Math.min(Number.POSITIVE_INFINITY, ...running.map(({ due }) => due ?? Number.POSITIVE_INFINITY)),
    riskMs: Math.min(Number.POSITIVE_INFINITY, ...running.map(({ risk }) => risk ?? Number.POSITIVE_INFINITY)),
    resting: all.some((clock) => clock?.state === 'paused') ? 'paused' : 'none',
  };
}

/** The state of the clock that matters most at `nowMs`: breached before at risk before ok before paused. */
export function stateAt({ dueMs, riskMs, resting }: Standing, nowMs: number): SlaState {
  if (nowMs > dueMs) return 'breached';
  if (nowMs >= riskMs) return 'at_risk';
  return dueMs === Infinity ? resting : 'ok';
}

const always = new BusinessTime(roundTheClock);

/** A case whose clocks were never worked out has those of a new deployment. */
function storedClocks(value: ClockFields): CaseSla['clocks'] {
  if (value.sla !== null) return value.sla.clocks;
  const [opened, ...rest] = impliedEvents(value);
  if (opened === undefined) return { firstResponse: null, nextResponse: null, resolution: null };
  const terms = { at: opened.at, kind: 'terms' as const, ...termsOf(standardPolicy, value.priority) };
  return standOf([opened, terms, ...rest], standardPolicy, always).clocks;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
