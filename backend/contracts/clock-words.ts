import type { Case, SlaClock } from './case.ts';

export const clockNames = { firstResponse: 'First reply', nextResponse: 'Reply', resolution: 'Resolve' } as const;
export type ClockName = keyof typeof clockNames;

export interface NamedClock {
  name: ClockName;
  clock: SlaClock;
}

/** The clock a list shows: the next to run out; overdue before due, running before paused; null when nothing is owed. */
export function leadingClock(sla: Case['sla']): NamedClock | null {
  const clocks = (Object.keys(clockNames) as ClockName[]).map((name) => ({ name, clock: sla[name] }));
  const running = clocks.filter(
    ({ clock }) => clock.state === 'ok' || clock.state === 'at_risk' || isOpenBreach(clock),
  );
  const first = running.sort((a, b) => (a.clock.due ?? '').localeCompare(b.clock.due ?? ''))[0];
  return first ?? clocks.find(({ clock }) => clock.state === 'paused') ?? null;
}

function isOpenBreach(clock: SlaClock): boolean {
  return clock.state === 'breached' && (clock.at === undefined || clock.at === clock.due);
}

/**
 * Minutes in the short form of lists: `19m`, `2h 05m`, `3d`. Never flattering: time left is rounded down, time over up.
 */
export function shortSpan(ms: number, rounding: 'down' | 'up'): string {
  const minutes = rounding === 'down' ? Math.floor(ms / 60_000) : Math.ceil(ms / 60_000);
  if (minutes < 1) return 'under 1m';
  if (minutes < 60) return `${minutes}m`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)}h ${String(minutes % 60).padStart(2, '0')}m`;
  return `${rounding === 'down' ? Math.floor(minutes / 1440) : Math.ceil(minutes / 1440)}d`;
}
