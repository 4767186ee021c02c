import type { BusinessTime } from './business-time.ts';
import type { Span } from './day-hours.ts';
import { offsetAt } from './zone-offsets.ts';

const dayMs = 86_400_000;

/** Why a calendar is closed. A weekend is any weekday without hours, a break lies between two blocks of a day. */
export type ClosedCause = 'break' | 'night' | 'weekend' | 'holiday' | 'closure';

/** Milliseconds since the epoch, `to` exclusive. */
export interface ClosedStretch {
  from: number;
  to: number;
  cause: ClosedCause;
  /** Name of the holiday. */
  name?: string;
}

/** Says of closed time, which [from, to) must be throughout, why it is closed: in stretches, in order, without gaps. */
export function closedStretches(time: BusinessTime, from: number, to: number): ClosedStretch[] {
  const stretches: ClosedStretch[] = [];
  for (let at = from; at < to; ) {
    const stretch = stretchFrom(time, at, to);
    const last = stretches.at(-1);
    if (last?.cause === stretch.cause && last.name === stretch.name) last.to = stretch.to;
    else stretches.push(stretch);
    at = stretch.to;
  }
  return stretches;
}

/** As long as day and cause stay the same. */
function stretchFrom({ calendar, days }: BusinessTime, from: number, limit: number): ClosedStretch {
  const offset = offsetAt(calendar.tz, from);
  const day = Math.floor((from + offset) / dayMs);
  const local = from + offset - day * dayMs;
  const toInstant = (localMs: number) => day * dayMs + localMs - offset;
  const end = Math.min(limit, nextMidnight(calendar.tz, day, offset, from));
  const closures = days.closures(day);
  const shut = closures.find(([a, b]) => a <= local && local < b);
  if (shut !== undefined) return { from, to: Math.min(end, toInstant(shut[1])), cause: 'closure' };
  const next = closures.find(([a]) => a > local);
  const to = next === undefined ? end : Math.min(end, toInstant(next[0]));
  const holiday = days.holiday(day);
  if (holiday !== undefined) return { from, to, cause: 'holiday', name: holiday };
  if (!days.isWorkday(day)) return { from, to, cause: 'weekend' };
  return { from, to, cause: isBetween(days.open(day), local) ? 'break' : 'night' };
}

function nextMidnight(zone: string, day: number, offset: number, after: number): number {
  const guess = (day + 1) * dayMs - offset;
  const midnight = (day + 1) * dayMs - offsetAt(zone, guess);
  // Where the clocks change around midnight, the guess itself is where the offset changes.
  return midnight > after ? midnight : guess;
}

function isBetween(blocks: readonly Span[], local: number): boolean {
  return blocks.some(([, to]) => to <= local) && blocks.some(([from]) => from > local);
}
