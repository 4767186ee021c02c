import type { SupportCase } from '../case/case.ts';
import { type Happening, nothing } from './happening.ts';
import type { ScheduleTrigger, TimeTrigger, Trigger } from './rule.ts';
import type { RuleBook } from './run-rules.ts';
import { instantOfWall, shift, wallOf } from './zoned-time.ts';

export interface PlannedTimer {
  atMs: number;
  key: string;
  happening: Happening;
}

/** The instants at which something happens to a case if nothing else does. Closed cases have none. */
export function planTimers(book: RuleBook, value: SupportCase): PlannedTimer[] {
  if (value.status === 'closed') return [];
  return book.rules.flatMap(({ id, when }) =>
    when.filter((trigger) => trigger.kind === 'time_since').map((trigger) => sinceTimer(id, trigger, value, book)),
  );
}

function sinceTimer(ruleId: string, trigger: TimeTrigger, value: SupportCase, { timezone }: RuleBook): PlannedTimer {
  const anchor = anchorOf(trigger, value);
  const atMs = shift(Date.parse(anchor), trigger.amount, trigger.unit, timezone);
  return { atMs, key: `since|${ruleId}|${trigger.since}|${anchor}`, happening: { ...nothing, timeOf: ruleId } };
}

function anchorOf({ since }: TimeTrigger, value: SupportCase): string {
  if (since === 'created') return value.createdAt;
  return since === 'status_changed' ? value.statusSince : value.lastMessageAt;
}

export function isSchedule(trigger: Trigger): trigger is ScheduleTrigger {
  return trigger.kind === 'schedule';
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The latest time at or before `nowMs` at which the schedule comes round: milliseconds since the epoch. */
export function lastRound({ every, at, weekday = 1 }: ScheduleTrigger, nowMs: number, timezone: string): number {
  const wall = wallOf(nowMs, timezone);
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  const into = every === 'hour' ? minutes * 60_000 : hours * hourMs + minutes * 60_000;
  const length = every === 'hour' ? hourMs : dayMs;
  const begin = Math.floor((wall - into) / length) * length + into;
  if (every !== 'week') return instantOfWall(begin, timezone);
  // The epoch began on a Thursday, the fourth day.
  const daysBack = (((Math.floor(begin / dayMs) + 3 - (weekday - 1)) % 7) + 7) % 7;
  return instantOfWall(begin - daysBack * dayMs, timezone);
}
