import type { SupportCase } from '../case/case.ts';
import { endedStatuses, type Priority, type SlaState } from '../vocabulary.ts';

/** Minutes from the case's creation, round the clock. */
export const defaultTargets: Record<Priority, { firstResponse: number; resolution: number }> = {
  critical: { firstResponse: 30, resolution: 2 * 60 },
  urgent: { firstResponse: 45, resolution: 3 * 60 },
  high: { firstResponse: 60, resolution: 4 * 60 },
  medium: { firstResponse: 4 * 60, resolution: 24 * 60 },
  low: { firstResponse: 8 * 60, resolution: 72 * 60 },
};

/** A running clock is at risk once this share of its target is used. */
export const atRiskShare = 0.8;

export interface SlaClockState {
  /** UTC instant, or null where nothing is due. */
  due: string | null;
  state: SlaState;
  /** When it was met or missed for good. */
  at?: string;
  /** What was promised, in minutes; absent when nothing was. */
  targetMinutes?: number;
  /** UTC instant at which a running clock becomes at risk, if nothing changes before. */
  riskAt?: string;
  /** Minutes left on a paused clock, below zero when it was overdue already. */
  leftMinutes?: number;
}

export interface CaseClocks {
  firstResponse: SlaClockState;
  nextResponse: SlaClockState;
  resolution: SlaClockState;
}

type ClockFields = Pick<
  SupportCase,
  'priority' | 'status' | 'createdAt' | 'firstResponseAt' | 'resolvedAt' | 'pausedSince' | 'pausedMs'
>;

/** The clocks of a case at `nowMs` (milliseconds since the epoch), by the default targets of its priority. */
export function clocks(value: ClockFields, nowMs: number): CaseClocks {
  const target = defaultTargets[value.priority];
  return {
    firstResponse: clock(value, target.firstResponse, value.firstResponseAt, nowMs),
    nextResponse: { due: null, state: 'none' },
    resolution: clock(value, target.resolution, value.resolvedAt, nowMs),
  };
}

function clock(value: ClockFields, targetMinutes: number, metAt: string | null, nowMs: number): SlaClockState {
  const startMs = Date.parse(value.createdAt) + value.pausedMs;
  const targetMs = targetMinutes * 60_000;
  const dueMs = startMs + targetMs;
  const due = new Date(dueMs).toISOString();
  if (metAt !== null) return { due, state: Date.parse(metAt) > dueMs ? 'breached' : 'met', at: metAt, targetMinutes };
  if (endedStatuses.includes(value.status)) return { due: null, state: 'none' };
  if (value.pausedSince !== null) {
    const leftMinutes = Math.floor((dueMs - Date.parse(value.pausedSince)) / 60_000);
    return { due: null, state: 'paused', targetMinutes, leftMinutes };
  }
  if (nowMs > dueMs) return { due, state: 'breached', at: due, targetMinutes };
  const riskMs = startMs + targetMs * atRiskShare;
  if (nowMs >= riskMs) return { due, state: 'at_risk', targetMinutes };
  return { due, state: 'ok', targetMinutes, riskAt: new Date(riskMs).toISOString() };
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
  // At the dawn of time nothing is at risk yet, so every running clock tells when it will be.
  const { firstResponse, nextResponse, resolution } = clocks(value, Number.NEGATIVE_INFINITY);
  const all = [firstResponse, nextResponse, resolution];
  const running = all.filter((clock) => clock.state === 'ok');
  return {
    dueMs: earliest(running.map((clock) => clock.due)),
    riskMs: earliest(running.map((clock) => clock.riskAt ?? null)),
    resting: all.some((clock) => clock.state === 'paused') ? 'paused' : 'none',
  };
}

function earliest(instants: (string | null)[]): number {
  return Math.min(Number.POSITIVE_INFINITY, ...instants.map((at) => (at === null ? Infinity : Date.parse(at))));
}

/** The state of the clock that matters most at `nowMs`: breached before at risk before ok before paused. */
export function stateAt({ dueMs, riskMs, resting }: Standing, nowMs: number): SlaState {
  if (nowMs > dueMs) return 'breached';
  if (nowMs >= riskMs) return 'at_risk';
  return dueMs === Infinity ? resting : 'ok';
}
