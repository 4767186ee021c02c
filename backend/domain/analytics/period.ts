import { Failure } from '../failure.ts';
import { offsetAt } from '../sla/zone-offsets.ts';

export const minuteClocks = ['business', 'wall'] as const;
export type MinuteClock = (typeof minuteClocks)[number];

export const intervals = ['hour', 'day', 'week', 'month'] as const;
export type Interval = (typeof intervals)[number];

/** A stretch of time, cut into intervals. Milliseconds since the epoch; intervals begin on full UTC hours, and on days,
 * weeks and months of the zone. */
export interface Period {
  fromMs: number;
  /** Not included. */
  toMs: number;
  interval: Interval;
  /** When each interval begins, ascending; the first is `fromMs` itself. */
  starts: number[];
  /** IANA name of the zone whose days and weeks these are. */
  zone: string;
  /** How durations are counted: by each case's calendar and without what it waited for others, or by the clock on the wall. */
  clock: MinuteClock;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const usualDays = 30;
const mostIntervals = 1_000;

/**
 * The period asked for: the last 30 days unless told otherwise, in intervals that suit its length. @throws Failure
 * `invalid` when it ends before it begins or falls into more than 1,000 intervals
 */
export function periodOf(
  asked: {
    from?: string | undefined;
    to?: string | undefined;
    interval?: Interval | undefined;
    zone?: string | undefined;
    clock?: MinuteClock | undefined;
  },
  nowMs: number,
): Period {
  const toMs = asked.to === undefined ? nowMs : Date.parse(asked.to);
  const fromMs = asked.from === undefined ? toMs - usualDays * dayMs : Date.parse(asked.from);
  if (fromMs >= toMs) throw refused('from', 'must be before the end of the period');
  const interval = asked.interval ?? suitable(toMs - fromMs);
  const zone = asked.zone ?? 'UTC';
  return {
    fromMs,
    toMs,
    interval,
    zone,
    clock: asked.clock ?? 'business',
    starts: startsOf(fromMs, toMs, interval, zone),
  };
}

function suitable(lengthMs: number): Interval {
  const days = lengthMs / dayMs;
  if (days <= 2) return 'hour';
  if (days <= 92) return 'day';
  return days <= 730 ? 'week' : 'month';
}

function startsOf(fromMs: number, toMs: number, interval: Interval, zone: string): number[] {
  const starts = [fromMs];
  for (let at = nextStart(fromMs, interval, zone); at < toMs; at = nextStart(at, interval, zone)) {
    starts.push(at);
    if (starts.length > mostIntervals) throw refused('interval', `leaves more than ${mostIntervals} intervals`);
  }
  return starts;
}

/**
 * The first full hour, day, Monday or month after an instant. Where a zone's day begins within a UTC hour, the interval
 * begins with the next one: figures are kept by full hours.
 */
function nextStart(ms: number, interval: Interval, zone: string): number {
  if (interval === 'hour') return Math.floor(ms / hourMs) * hourMs + hourMs;
  const local = nextLocalStart(ms + offsetAt(zone, ms), interval);
  const near = local - offsetAt(zone, ms);
  // The clocks may be changed between the two.
  return Math.ceil((local - offsetAt(zone, near)) / hourMs) * hourMs;
}

function nextLocalStart(local: number, interval: Exclude<Interval, 'hour'>): number {
  const at = new Date(local);
  if (interval === 'month') return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1);
  const midnight = Math.floor(local / dayMs) * dayMs;
  return midnight + (interval === 'day' ? 1 : 7 - ((at.getUTCDay() + 6) % 7)) * dayMs;
}

function refused(path: string, message: string): Failure {
  return new Failure('invalid', `The period is not valid: ${path} ${message}.`, { faults: [{ path, message }] });
}
