import { instantOfWall, wallOf } from './zoned-time.ts';

/** A block of work that begins on each of some days of the week; one that ends before it begins ends the next day. */
export interface ShiftBlock {
  /** 1 is Monday. */
  days: number[];
  /** `HH:MM`. */
  from: string;
  to: string;
}

/** When somebody works. */
export interface Shifts {
  /** IANA name. */
  timezone: string;
  blocks: ShiftBlock[];
}

/** One shift: milliseconds since the epoch, the end not included. */
export interface Span {
  from: number;
  to: number;
}

const dayMs = 86_400_000;
const daysAhead = 15;

/** Shifts that end after `nowMs`, in order, those that touch made one; within the coming two weeks. */
export function shiftsFrom({ timezone, blocks }: Shifts, nowMs: number): Span[] {
  const today = Math.floor(wallOf(nowMs, timezone) / dayMs);
  const spans: Span[] = [];
  for (let day = today - 1; day < today + daysAhead; day++) {
    // The epoch began on a Thursday.
    const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
    for (const { days, from, to } of blocks) {
      if (!days.includes(weekday)) continue;
      const [begin, end] = [minutesOf(from), minutesOf(to)];
      const at = (minutes: number) => instantOfWall(day * dayMs + minutes * 60_000, timezone);
      spans.push({ from: at(begin), to: at(end > begin ? end : end + 24 * 60) });
    }
  }
  return merged(spans).filter((span) => span.to > nowMs);
}

/** The shift under way, or null; and the one after it, or the next one. */
export function shiftAt(shifts: Shifts, nowMs: number): { present: Span | null; next: Span | null } {
  const [first = null, second = null] = shiftsFrom(shifts, nowMs);
  return first !== null && first.from <= nowMs ? { present: first, next: second } : { present: null, next: first };
}

function merged(spans: Span[]): Span[] {
  const whole: Span[] = [];
  for (const span of spans.sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else whole.push({ ...span });
  }
  return whole;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
