import type { Case } from '../../../backend/contracts/case.ts';
import { leadingClock } from '../../../backend/contracts/clock-words.ts';
import { toneAt } from '../../../ui/clock-reading.ts';
import { sameDay } from '../../../ui/format.ts';
import type { SortKey } from './filter.ts';

/** In the order in which the list shows them. `flat` is the one group of every other order. */
export const groupKeys = ['overdue', 'hour', 'today', 'later', 'paused', 'nothing', 'flat'] as const;
export type GroupKey = (typeof groupKeys)[number];

const hourMs = 3_600_000;

/** Which group of the clock's order a case stands in. */
export function groupOf(value: Pick<Case, 'sla'>, nowMs: number): Exclude<GroupKey, 'flat'> {
  const lead = leadingClock(value.sla);
  if (lead === null) return 'nothing';
  const tone = toneAt(lead.clock, nowMs);
  if (tone === 'paused') return 'paused';
  if (tone === 'breached') return 'overdue';
  const dueMs = Date.parse(lead.clock.due ?? '');
  if (dueMs - nowMs < hourMs) return 'hour';
  return sameDay(dueMs, nowMs) ? 'today' : 'later';
}

export function groupFor(value: Pick<Case, 'sla'>, sort: SortKey, nowMs: number): GroupKey {
  return sort === 'due' ? groupOf(value, nowMs) : 'flat';
}

/** The instants at which the groups end, for asking the server how many cases each holds. */
export function groupEdges(nowMs: number): { hour: string; today: string; ever: string } {
  const midnight = new Date(nowMs);
  midnight.setHours(24, 0, 0, 0);
  const hour = nowMs + hourMs;
  return {
    hour: new Date(hour).toISOString(),
    today: new Date(Math.max(hour, midnight.getTime())).toISOString(),
    ever: '9999-01-01T00:00:00.000Z',
  };
}
