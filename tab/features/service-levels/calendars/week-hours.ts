import type { CalendarSetting } from '../../../../backend/contracts/sla-settings.ts';
import { type Block, days, type Span, spansOf } from './blocks.ts';

const dayMs = 86_400_000;

/** One local day of a calendar, as it is worked. */
export interface WorkedDay {
  /** `YYYY-MM-DD`. */
  date: string;
  open: Span[];
  /** Name of the holiday that closes it. */
  holiday: string | null;
  hasExtra: boolean;
  hasBreak: boolean;
  minutes: number;
}

/** The seven days from a Monday on: weekly hours without holidays, what opens once beside them, what closes once off them. */
export function weekHours(
  calendar: CalendarSetting,
  monday: string,
  publicDays: ReadonlyMap<string, string>,
): WorkedDay[] {
  const own = new Map(
    (calendar.holidays ?? []).map((one) => (typeof one === 'string' ? [one, 'Holiday'] : [one.date, one.name])),
  );
  return days.map((_, i) => {
    const date = addDays(monday, i);
    const holiday = own.get(date) ?? publicDays.get(date) ?? null;
    const usual = holiday === null ? spansOn((day) => calendar.hours[weekdayOf(day)] ?? [], date) : [];
    const extra = spansOn((day) => calendar.extra?.[day] ?? [], date);
    const breaks = spansOn((day) => calendar.breaks?.[day] ?? [], date);
    const open = without(joined([...usual, ...extra]), breaks);
    const minutes = open.reduce((sum, [from, to]) => sum + to - from, 0);
    return { date, open, holiday, hasExtra: extra.length > 0, hasBreak: breaks.length > 0, minutes };
  });
}

/** Minutes of a week without holidays and exceptions. */
export function usualMinutes({ hours }: CalendarSetting): number {
  return days
    .flatMap((day) => (hours[day] ?? []).flatMap(spansOf))
    .reduce((sum, span) => sum + (span === null ? 0 : span[1] - span[0]), 0);
}

export function addDays(date: string, count: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);
}

/** The Monday of the week in which a day lies. */
export function mondayOf(date: string): string {
  return addDays(date, -days.indexOf(weekdayOf(date)));
}

function weekdayOf(date: string) {
  return days[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'mon';
}

/** What begins on a day, and what is left of the night before. */
function spansOn(blocksOf: (date: string) => readonly Block[], date: string): Span[] {
  const today = blocksOf(date).map((block) => spansOf(block)[0]);
  const night = blocksOf(addDays(date, -1)).map((block) => spansOf(block)[1]);
  return [...today, ...night.filter((span) => span !== null)];
}

function joined(spans: readonly Span[]): Span[] {
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
