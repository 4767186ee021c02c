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

/** The running deadline that comes first, or null; what "due" sorts and filters by. */
export function nextDue(value: ClockFields, nowMs: number): string | null {
  const { firstResponse, resolution } = clocks(value, nowMs);
  const running = [firstResponse, resolution].filter((c) => c.due !== null && c.state !== 'met' && !isSettled(c));
  return running.map((c) => c.due).sort()[0] ?? null;
}

/** The state of the clock that matters most now: breached before at risk before ok before paused. */
export function worstState(value: ClockFields, nowMs: number): SlaState {
  const { firstResponse, resolution } = clocks(value, nowMs);
  const states = [firstResponse, resolution].filter((c) => !isSettled(c)).map((c) => c.state);
  const order: SlaState[] = ['breached', 'at_risk', 'ok', 'paused'];
  return order.find((state) => states.includes(state)) ?? 'none';
}

/** Missed, and answered all the same: nothing is owed on it any more. */
function isSettled(state: SlaClockState): boolean {
  return state.state === 'met' || (state.at !== undefined && state.at !== state.due);
}
