import { type Block, type Calendar, type HolidaysOfYear, type LocalDate, weekdays } from './calendar.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Milliseconds since local midnight, from inclusive, to exclusive; ascending, apart from each other. */
export type Span = readonly [from: number, to: number];

/** Opening hours of local days, which are counted from 1 January 1970. */
export interface DayHours {
  /** When the day is open by the wall clock. */
  open(day: number): readonly Span[];
  /** Name of the holiday, or undefined on other days. */
  holiday(day: number): string | undefined;
  /** Whether the weekly hours know this weekday at all. */
  isWorkday(day: number): boolean;
  /** Closed once. */
  closures(day: number): readonly Span[];
}

export function dayHours(calendar: Calendar, holidaysOf: HolidaysOfYear): DayHours {
  const weekly = weeklyHours(calendar.hours);
  const own = new Map(
    (calendar.holidays ?? []).map((one) => (typeof one === 'string' ? [one, 'Holiday'] : [one.date, one.name])),
  );
  const extra = onDates(calendar.extra ?? {});
  const breaks = onDates(calendar.breaks ?? {});
  const holiday = (day: number) => {
    const date = dateOf(day);
    return own.get(date) ?? holidaysOf(Number(date.slice(0, 4))).get(date);
  };
  const weekdayHours = (day: number) => weekly[weekdayOf(day)] ?? [];
  return {
    open(day) {
      const usual = holiday(day) === undefined ? weekdayHours(day) : [];
      const more = extra.get(day);
      const closed = breaks.get(day);
      const open = more === undefined ? usual : joined([...usual, ...more]);
      return closed === undefined ? open : without(open, joined(closed));
    },
    holiday,
    isWorkday: (day) => weekdayHours(day).length > 0,
    closures: (day) => joined(breaks.get(day) ?? []),
  };
}

/** The local date of a day, `YYYY-MM-DD`. */
export function dateOf(day: number): LocalDate {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** Whether a calendar is ever open: a search for its next opening would otherwise look for ever. */
export function everOpens({ hours, extra = {} }: Calendar): boolean {
  return [...Object.values(hours), ...Object.values(extra)].some((blocks) => (blocks ?? []).length > 0);
}

/** 0 is Monday; 1 January 1970 was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function weeklyHours(hours: Calendar['hours']): Span[][] {
  const week: Span[][] = weekdays.map(() => []);
  for (const [i, weekday] of weekdays.entries()) {
    for (const block of hours[weekday] ?? []) {
      const [today, tomorrow] = splitAtMidnight(block);
      week[i]?.push(today);
      if (tomorrow !== undefined) week[(i + 1) % 7]?.push(tomorrow);
    }
  }
  return week.map(joined);
}

function onDates(blocks: Readonly<Record<LocalDate, readonly Block[]>>): Map<number, Span[]> {
  const byDay = new Map<number, Span[]>();
  const add = (day: number, span: Span) => byDay.set(day, [...(byDay.get(day) ?? []), span]);
  for (const [date, list] of Object.entries(blocks)) {
    const day = Date.parse(`${date}T00:00:00Z`) / dayMs;
    for (const block of list) {
      const [today, tomorrow] = splitAtMidnight(block);
      add(day, today);
      if (tomorrow !== undefined) add(day + 1, tomorrow);
    }
  }
  return byDay;
}

function splitAtMidnight([from, to]: Block): [Span, Span?] {
  const [start, end] = [timeMs(from), timeMs(to)];
  if (end > start) return [[start, end]];
  return end === 0
    ? [[start, dayMs]]
    : [
        [start, dayMs],
        [0, end],
      ];
}

function timeMs(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * minuteMs;
}

/** In order, with what touches or overlaps made one. */
export function joined(spans: readonly Span[]): Span[] {
  const result: [number, number][] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

function without(spans: readonly Span[], holes: readonly Span[]): Span[] {
  return holes.reduce<Span[]>(
    (left, [from, to]) =>
      left.flatMap(([a, b]): Span[] => {
        if (to <= a || from >= b) return [[a, b]];
        return [...(a < from ? [[a, from] as const] : []), ...(to < b ? [[to, b] as const] : [])];
      }),
    [...spans],
  );
}
