import { BusinessTime } from '../sla/business-time.ts';
import { type Calendar, roundTheClock } from '../sla/calendar.ts';

const minuteMs = 60_000;

/** When somebody is at work, as customers are told. */
export class WorkingHours {
  readonly timeZone: string;
  readonly #time: BusinessTime;

  /** @param calendar null: somebody always is */
  constructor(calendar: Calendar | null) {
    this.#time = new BusinessTime(calendar ?? roundTheClock);
    this.timeZone = (calendar ?? roundTheClock).tz;
  }

  /** Null while somebody is at work, else the instant at which somebody is again; null also where nobody ever will be. */
  backAt(nowMs: number): string | null {
    if (this.#time.between(nowMs, nowMs + 1) > 0) return null;
    const first = this.#time.add(nowMs, minuteMs);
    return first === null ? null : new Date(first - minuteMs).toISOString();
  }

  /** The instant after so many working hours; never where they do not come. */
  after(startMs: number, hours: number): number {
    return this.#time.add(startMs, hours * 60 * minuteMs) ?? Number.POSITIVE_INFINITY;
  }
}
