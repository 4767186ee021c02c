import { offsetAt } from '../sla/zone-offsets.ts';

const dayMs = 86_400_000;

/** A day of some place's calendar, as the number of days since 1 January 1970. */
export type LocalDay = number;

/** Which day it is in a time zone at an instant. @throws RangeError for a zone that does not exist */
export function localDayOf(ms: number, zone: string): LocalDay {
  return Math.floor((ms + offsetAt(zone, ms)) / dayMs);
}

/** When a day begins in a time zone, in milliseconds since the epoch. */
export function startOf(day: LocalDay, zone: string): number {
  const near = day * dayMs - offsetAt(zone, day * dayMs);
  return day * dayMs - offsetAt(zone, near);
}

/** The day of a date, or null for one that does not exist. Months count from 1. */
export function dayOf(year: number, month: number, date: number): LocalDay | null {
  const at = new Date(Date.UTC(year, month - 1, date));
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  return exists ? at.getTime() / dayMs : null;
}

/** Months count from 1 and may lie beyond the year. */
export function firstOfMonth(year: number, month: number): LocalDay {
  return Date.UTC(year, month - 1, 1) / dayMs;
}

export function dateOf(day: LocalDay): { year: number; month: number; date: number } {
  const at = new Date(day * dayMs);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** 0 is Monday. */
export function weekdayOf(day: LocalDay): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The Monday of an ISO 8601 week. */
export function mondayOfWeek(year: number, week: number): LocalDay {
  const fourth = Date.UTC(year, 0, 4) / dayMs;
  return fourth - weekdayOf(fourth) + (week - 1) * 7;
}
