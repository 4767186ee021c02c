import type { Actor } from '../../domain/access/actor.ts';
import { Failure } from '../../domain/failure.ts';
import { BusinessTime } from '../../domain/sla/business-time.ts';
import type { Calendar } from '../../domain/sla/calendar.ts';
import type { ClockEvent, ClockName, Conduct } from '../../domain/sla/clock-events.ts';
import { type Evaluation, evaluate } from '../../domain/sla/evaluation.ts';
import type { Holidays } from '../../ports/holidays.ts';
import type { VersionedCase } from '../cases/case-use-cases.ts';
import { type AttendDeps, acknowledgeClock, extendClock } from './attend-clock.ts';
import { type ExplainDeps, type Explanation, explainClocks } from './explain-clocks.ts';
import type { SlaBook } from './sla-book.ts';

const minuteMs = 60_000;

/** Service levels: what is promised, and how the time is counted. Instants in milliseconds since the epoch. */
export interface SlaUseCases {
  /** When so many minutes of the calendar are up; null when that is never. */
  dueAfter(calendar: Calendar, start: number, minutes: number): number | null;
  /** Minutes of the calendar in [start, end). */
  minutesBetween(calendar: Calendar, start: number, end: number): number;
  /** Where the clocks of a case with these events would stand. */
  evaluateClocks(calendar: Calendar, events: readonly ClockEvent[], conduct: Conduct, at: number): Evaluation;
  /** Why the case's due times are what they are, at a moment or now. @throws Failure `not-found` */
  explainClocks(ref: string, at?: number): Promise<Explanation>;
  /**
   * Gives a running clock of the case more time, in minutes of its calendar. @throws Failure `invalid` without a reason or
   * for other than 5 minutes to 30 days, `conflict` for a clock that does not run
   */
  extendClock(
    actor: Actor,
    ref: string,
    extension: { clock: ClockName; minutes: number; reason: string },
  ): Promise<VersionedCase>;
  /** Somebody is on it: said once for each run of a clock. @throws Failure `conflict` for a clock that does not run */
  acknowledgeClock(actor: Actor, ref: string, clock: ClockName): Promise<VersionedCase>;
  /** Public holidays of a country or its region, in order of date. @throws Failure `invalid` for one nobody knows */
  publicHolidays(country: string, region: string | null, year: number): Promise<{ date: string; name: string }[]>;
}

/** Answers that need nothing but what is asked. */
export const slaPreviews: Omit<SlaUseCases, 'explainClocks' | 'publicHolidays' | 'extendClock' | 'acknowledgeClock'> = {
  dueAfter: (calendar, start, minutes) => new BusinessTime(calendar).add(start, minutes * minuteMs),
  minutesBetween: (calendar, start, end) => new BusinessTime(calendar).between(start, end) / minuteMs,
  evaluateClocks: (calendar, events, conduct, at) => evaluate(events, conduct, new BusinessTime(calendar), at),
};

export function bindSla(deps: ExplainDeps & AttendDeps & { holidays: Holidays }, book: SlaBook): SlaUseCases {
  return {
    ...slaPreviews,
    extendClock: (actor, ref, extension) => extendClock(deps, actor, ref, extension),
    acknowledgeClock: (actor, ref, clock) => acknowledgeClock(deps, actor, ref, clock),
    explainClocks: (ref, at) => explainClocks(deps, book.terms(), ref, at),
    publicHolidays: (country, region, year) => publicHolidays(deps.holidays, country, region, year),
  };
}

async function publicHolidays(holidays: Holidays, country: string, region: string | null, year: number) {
  if (!(await holidays.prepare(country, region))) {
    const place = region === null ? country : `${country}-${region}`;
    throw new Failure('invalid', `The holidays of ${place} are not known.`);
  }
  const days = [...holidays.ofYear(country, region, year)].map(([date, name]) => ({ date, name }));
  return days.sort((a, b) => a.date.localeCompare(b.date));
}
