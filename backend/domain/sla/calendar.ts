export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** Wall-clock times `HH:MM`, from inclusive, to exclusive. `24:00` ends a day; an end before the start is next day's. */
export type Block = readonly [from: string, to: string];

/** A local date, `YYYY-MM-DD`. */
export type LocalDate = string;

/** When a team works. A minute counts when the wall clock in `tz` shows a time at which the team is open. */
export interface Calendar {
  /** IANA name. */
  tz: string;
  hours: { readonly [day in Weekday]?: readonly Block[] | undefined };
  /** Whole local days on which the weekly hours do not hold. */
  holidays?: readonly (LocalDate | { date: LocalDate; name: string })[] | undefined;
  /** Closed once, whatever else is said of that day. */
  breaks?: Readonly<Record<LocalDate, readonly Block[]>> | undefined;
  /** Open once, also on a holiday. */
  extra?: Readonly<Record<LocalDate, readonly Block[]>> | undefined;
}

/** Public holidays of a UTC year in the calendar's country: local date to name. */
export type HolidaysOfYear = (year: number) => ReadonlyMap<LocalDate, string>;

export const noHolidays: HolidaysOfYear = () => new Map();

export const roundTheClock: Calendar = {
  tz: 'UTC',
  hours: Object.fromEntries(weekdays.map((day) => [day, [['00:00', '24:00']]])),
};
