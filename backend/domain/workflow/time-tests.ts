import type { ConditionOperator } from '../vocabulary.ts';
import type { Comparison, Subject, Test } from './condition.ts';
import { numberOf } from './field-value.ts';
import { dayOf, instantOf, shift } from './zoned-time.ts';

type TimeOperator = Extract<ConditionOperator, `${string} (relative)` | `${string} (absolute)` | 'today'>;

/** Whether the field's instant lies right, given now and the comparison's amount of time before (-1) or after now (+1). */
function relative(direction: -1 | 1, lies: (at: number, edge: number, now: number) => boolean): Test {
  return (value, comparison, subject) => {
    const at = instantOf(value, subject.timezone);
    const edge = edgeOf(direction, comparison, subject);
    return at !== null && edge !== null && lies(at, edge, subject.nowMs);
  };
}

function edgeOf(direction: -1 | 1, { value, unit }: Comparison, { nowMs, timezone }: Subject): number | null {
  const amount = numberOf(value);
  return amount === null || unit === undefined ? null : shift(nowMs, direction * amount, unit, timezone);
}

function absolute(lies: (at: number, edge: number) => boolean): Test {
  return (value, comparison, { timezone }) => {
    const at = instantOf(value, timezone);
    const edge = instantOf(comparison.value, timezone);
    return at !== null && edge !== null && lies(at, edge);
  };
}

/** The edge itself belongs to both sides: "24 hours ago" is 24 hours ago or longer. */
export const timeTests: Record<TimeOperator, Test> = {
  'before (absolute)': absolute((at, edge) => at <= edge),
  'after (absolute)': absolute((at, edge) => at >= edge),
  /** Longer ago than the time. */
  'before (relative)': relative(-1, (at, edge) => at <= edge),
  /** Further ahead than the time. */
  'after (relative)': relative(1, (at, edge) => at >= edge),
  /** Not further ahead than the time, or past. */
  'till (relative)': relative(1, (at, edge) => at <= edge),
  /** Not longer ago than the time, or to come. */
  'from (relative)': relative(-1, (at, edge) => at >= edge),
  'within last (relative)': relative(-1, (at, edge, now) => at >= edge && at <= now),
  'within next (relative)': relative(1, (at, edge, now) => at >= now && at <= edge),
  today: (value, _comparison, { nowMs, timezone }) => {
    const at = instantOf(value, timezone);
    const { from, to } = dayOf(nowMs, timezone);
    return at !== null && at >= from && at < to;
  },
};
