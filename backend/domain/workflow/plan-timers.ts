import type { SupportCase } from '../case/case.ts';
import { standing } from '../sla/clocks.ts';
import { endedStatuses } from '../vocabulary.ts';
import { type Happening, nothing } from './happening.ts';
import type { ScheduleTrigger, TimeTrigger, Trigger } from './rule.ts';
import type { RuleBook } from './run-rules.ts';
import { instantOfWall, shift, wallOf } from './zoned-time.ts';

export interface PlannedTimer {
  atMs: number;
  key: string;
  happening: Happening;
}

/** A service level that was passed longer ago, before anybody watched, sets off nothing any more. */
const longestLateMs = 86_400_000;

/** The instants at which something happens to a case if nothing else does. Closed cases have none. */
export function planTimers(book: RuleBook, value: SupportCase, nowMs: number): PlannedTimer[] {
  if (value.status === 'closed') return [];
  const since = book.rules.flatMap(({ id, when }) =>
    when.filter((trigger) => trigger.kind === 'time_since').map((trigger) => sinceTimer(id, trigger, value, book)),
  );
  return [...since, ...slaTimers(book, value, nowMs)];
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

function slaTimers({ rules }: RuleBook, value: SupportCase, nowMs: number): PlannedTimer[] {
  const watched = rules.some(({ when }) => when.some(({ kind }) => kind === 'sla'));
  if (!watched || endedStatuses.includes(value.status)) return [];
  const { dueMs, riskMs } = standing(value);
  const levels = [
    { sla: 'at_risk' as const, atMs: riskMs },
    { sla: 'breached' as const, atMs: dueMs + 1 },
  ];
  return levels
    .filter(({ atMs }) => atMs !== Number.POSITIVE_INFINITY && atMs > nowMs - longestLateMs)
    .map(({ sla, atMs }) => ({ atMs, key: `sla|${sla}|${atMs}`, happening: { ...nothing, sla } }));
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
