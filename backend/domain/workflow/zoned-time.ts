import { offsetAt } from '../sla/zone-offsets.ts';
import type { TimeUnit } from '../vocabulary.ts';

/** Date and time as the clocks of a zone show them, held as if they were UTC: milliseconds since the epoch. */
type WallMs = number;

/** Beyond it dates cannot be written down. */
const endOfTime = 8.64e15;

/** Whether a name is one of an IANA time zone. */
export function isTimezone(name: string): boolean {
  try {
    return Number.isFinite(offsetAt(name, 0));
  } catch {
    return false;
  }
}

export function wallOf(ms: number, timezone: string): WallMs {
  return Math.abs(ms) > endOfTime ? ms : ms + offsetAt(timezone, ms);
}

/** The instant at which a zone's clocks show `wall`: the first of two; after a gap where the clocks skip it. */
export function instantOfWall(wall: WallMs, timezone: string): number {
  const dayMs = 86_400_000;
  const offsetBefore = wallOf(wall - dayMs, timezone) - (wall - dayMs);
  const offsetAfter = wallOf(wall + dayMs, timezone) - (wall + dayMs);
  const early = wall - offsetBefore;
  if (wallOf(early, timezone) === wall) return early;
  const late = wall - offsetAfter;
  return wallOf(late, timezone) === wall ? late : early;
}

/** Start of the day that `ms` lies in, and of the next one. */
export function dayOf(ms: number, timezone: string): { from: number; to: number } {
  const day = new Date(wallOf(ms, timezone));
  const midnight = (days: number) =>
    instantOfWall(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + days), timezone);
  return { from: midnight(0), to: midnight(1) };
}

const elapsed: Partial<Record<TimeUnit, number>> = { minute: 60_000, hour: 3_600_000 };

/**
 * `amount` units after `ms`, before it when negative. Minutes and hours are time that passes; days and longer are steps
 * of the calendar at the same time of day, and a month that lacks the day ends on its last.
 */
export function shift(ms: number, amount: number, unit: TimeUnit, timezone: string): number {
  const fixed = elapsed[unit];
  if (fixed !== undefined) return ms + amount * fixed;
  const wall = new Date(wallOf(ms, timezone));
  if (unit === 'day' || unit === 'week')
    wall.setUTCDate(wall.getUTCDate() + Math.round(amount * (unit === 'week' ? 7 : 1)));
  else addMonths(wall, Math.round(amount * (unit === 'year' ? 12 : 1)));
  const shifted = wall.getTime();
  return Number.isNaN(shifted) ? Math.sign(amount) * endOfTime : instantOfWall(shifted, timezone);
}

function addMonths(wall: Date, months: number): void {
  const day = wall.getUTCDate();
  wall.setUTCDate(1);
  wall.setUTCMonth(wall.getUTCMonth() + months);
  const last = new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + 1, 0)).getUTCDate();
  wall.setUTCDate(Math.min(day, last));
}

const withoutOffset = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)?$/;

/** The instant that a text names, in the zone where the text names none; null for anything else. */
export function instantOf(value: unknown, timezone: string): number | null {
  if (typeof value !== 'string' || !/^\d{4}-/.test(value)) return null;
  const local = withoutOffset.test(value);
  const ms = Date.parse(local && value.length > 10 ? `${value.replace(' ', 'T')}Z` : value);
  if (!Number.isFinite(ms)) return null;
  return local ? instantOfWall(ms, timezone) : ms;
}
