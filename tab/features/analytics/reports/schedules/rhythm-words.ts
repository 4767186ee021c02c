import type { ReportSchedule } from '../../../../../backend/contracts/report.ts';
import { locale } from '../../../../../ui/language.ts';
import { words } from './words.ts';

const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
/** The Sunday before the first Monday after the epoch. */
const sundayMs = 3 * 86_400_000;

/** 1 is Monday. */
export function weekdayName(weekday: number): string {
  return weekdays.format(sundayMs + weekday * 86_400_000);
}

/** "Every Monday at 08:00 (Europe/Berlin)". */
export function rhythmWords({ every, weekday, day, time, zone }: ReportSchedule): string {
  const when =
    every === 'day'
      ? words.day(time)
      : every === 'week'
        ? words.week(weekdayName(weekday), time)
        : words.month(day, time);
  return `${when} (${zone})`;
}
