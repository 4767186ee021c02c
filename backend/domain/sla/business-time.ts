import { type Calendar, type HolidaysOfYear, noHolidays } from './calendar.ts';
import { type DayHours, dayHours, everOpens } from './day-hours.ts';
import { offsetSpans } from './zone-offsets.ts';

const dayMs = 86_400_000;

/** How far ahead a deadline is looked for. A calendar that opens too rarely for that has none. */
const mostYears = 50;

/** The open spans of one UTC year, in instants, with the open time before each. */
interface OpenYear {
  starts: Float64Array;
  ends: Float64Array;
  /** Open milliseconds in the year before the span. */
  before: Float64Array;
  total: number;
}

/**
 * Counts time by a calendar. An instant is open when the wall clock of the calendar's zone shows opening hours: an hour
 * that is skipped in spring counts nothing, one that is repeated in autumn counts twice. All instants and spans are
 * milliseconds (since the epoch). What a year looks like is worked out once.
 */
export class BusinessTime {
  readonly calendar: Calendar;
  readonly days: DayHours;
  readonly #years = new Map<number, OpenYear>();
  readonly #everOpens: boolean;

  constructor(calendar: Calendar, holidaysOf: HolidaysOfYear = noHolidays) {
    this.calendar = calendar;
    this.days = dayHours(calendar, holidaysOf);
    this.#everOpens = everOpens(calendar);
  }

  /** Open time in [start, end); 0 when the end is not after the start. */
  between(start: number, end: number): number {
    if (end <= start) return 0;
    const [first, last] = [yearOf(start), yearOf(end)];
    let sum = this.#openBefore(last, end) - this.#openBefore(first, start);
    for (let year = first; year < last; year++) sum += this.#year(year).total;
    return sum;
  }

  /**
   * The earliest instant at or after `start` with `duration` of open time since the start, so what is used up exactly at
   * closing is due at closing. Null when no such instant comes within half a century.
   */
  add(start: number, duration: number): number | null {
    if (duration <= 0) return start;
    if (!this.#everOpens) return null;
    let year = yearOf(start);
    let wanted = this.#openBefore(year, start) + duration;
    for (const last = year + mostYears; year <= last; year++) {
      const { total } = this.#year(year);
      if (wanted <= total) return this.#instantIn(year, wanted);
      wanted -= total;
    }
    return null;
  }

  /** The open spans that meet [start, end), clipped to it, in order. */
  openSpans(start: number, end: number): { from: number; to: number }[] {
    const spans: { from: number; to: number }[] = [];
    for (let year = yearOf(start); year <= yearOf(end); year++) {
      const { starts, ends } = this.#year(year);
      for (let i = firstEndingAfter(ends, start); i < starts.length && (starts[i] ?? 0) < end; i++) {
        const [from, to] = [Math.max(starts[i] ?? 0, start), Math.min(ends[i] ?? 0, end)];
        const last = spans.at(-1);
        if (last?.to === from) last.to = to;
        else spans.push({ from, to });
      }
    }
    return spans;
  }

  #openBefore(year: number, instant: number): number {
    const { starts, ends, before, total } = this.#year(year);
    const i = firstEndingAfter(ends, instant);
    if (i === starts.length) return total;
    return (before[i] ?? 0) + Math.max(0, instant - (starts[i] ?? 0));
  }

  /** `wanted` is above 0 and at most the year's total. */
  #instantIn(year: number, wanted: number): number {
    const { starts, before } = this.#year(year);
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((before[middle] ?? 0) < wanted) low = middle;
      else high = middle - 1;
    }
    return (starts[low] ?? 0) + wanted - (before[low] ?? 0);
  }

  #year(year: number): OpenYear {
    const known = this.#years.get(year);
    if (known !== undefined) return known;
    const expanded = expand(this.calendar.tz, this.days, year);
    this.#years.set(year, expanded);
    return expanded;
  }
}

function expand(zone: string, days: DayHours, year: number): OpenYear {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { from, to, offset } of offsetSpans(zone, year)) {
    for (let day = Math.floor((from + offset) / dayMs); day * dayMs < to + offset; day++) {
      for (const [opens, closes] of days.open(day)) {
        const start = Math.max(day * dayMs + opens - offset, from);
        const end = Math.min(day * dayMs + closes - offset, to);
        if (start >= end) continue;
        if (ends.at(-1) === start) ends[ends.length - 1] = end;
        else {
          starts.push(start);
          ends.push(end);
        }
      }
    }
  }
  const before = new Float64Array(starts.length);
  let total = 0;
  for (let i = 0; i < starts.length; i++) {
    before[i] = total;
    total += (ends[i] ?? 0) - (starts[i] ?? 0);
  }
  return { starts: Float64Array.from(starts), ends: Float64Array.from(ends), before, total };
}

function firstEndingAfter(ends: Float64Array, instant: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > instant) high = middle;
    else low = middle + 1;
  }
  return low;
}

function yearOf(instant: number): number {
  return new Date(instant).getUTCFullYear();
}
