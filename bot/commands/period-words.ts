import { dayOf, shift } from '../../backend/domain/workflow/zoned-time.ts';

/** A stretch of time as people name it. */
export interface NamedPeriod {
  /** Such as `this week`. */
  says: string;
  /** RFC 3339, UTC. */
  from: string;
  to: string;
}

type Unit = 'day' | 'week' | 'month' | 'year';
/** How many units back it begins, and whether it goes on until now. */
interface Span {
  unit: Unit;
  back: number;
  whole: boolean;
}

const spans: Record<string, { span: Span; says: string }> = {
  ...called(['today', 'day', 'this day', 'heute', 'daily'], { unit: 'day', back: 0, whole: false }, 'today'),
  ...called(['yesterday', 'gestern', 'last day'], { unit: 'day', back: 1, whole: true }, 'yesterday'),
  ...called(
    ['week', 'this week', 'weekly', 'diese woche', 'woche'],
    { unit: 'week', back: 0, whole: false },
    'this week',
  ),
  ...called(['last week', 'previous week', 'letzte woche'], { unit: 'week', back: 1, whole: true }, 'last week'),
  ...called(
    ['month', 'this month', 'monthly', 'dieser monat', 'diesen monat', 'monat'],
    { unit: 'month', back: 0, whole: false },
    'this month',
  ),
  ...called(
    ['last month', 'previous month', 'letzter monat', 'letzten monat'],
    { unit: 'month', back: 1, whole: true },
    'last month',
  ),
  ...called(['year', 'this year', 'dieses jahr'], { unit: 'year', back: 0, whole: false }, 'this year'),
};
const lastDays = /^(?:the )?(?:last |past |previous )?(\d{1,3}) ?(days?|d|weeks?|w|months?|m)$/u;
const mostDays = 366;

export const periodPhrases = Object.keys(spans);

/** The period that the words name, or undefined. No words at all are today. */
export function periodNamed(words: string): { says: string; at(nowMs: number, zone: string): NamedPeriod } | undefined {
  const known = spans[words === '' ? 'today' : words];
  if (known !== undefined) {
    return { says: known.says, at: (nowMs, zone) => ({ says: known.says, ...boundsOf(known.span, nowMs, zone) }) };
  }
  const [, count, unit = ''] = lastDays.exec(words) ?? [];
  if (count === undefined) return undefined;
  const days = Math.min(mostDays, Number(count) * (unit.startsWith('w') ? 7 : unit.startsWith('m') ? 30 : 1));
  if (days < 1) return undefined;
  const says = days === 1 ? 'the last day' : `the last ${days} days`;
  return { says, at: (nowMs) => ({ says, from: iso(nowMs - days * 86_400_000), to: iso(nowMs) }) };
}

function boundsOf({ unit, back, whole }: Span, nowMs: number, zone: string): { from: string; to: string } {
  const start = startOf(unit, nowMs, zone);
  const from = back === 0 ? start : shift(start, -back, unit, zone);
  return { from: iso(from), to: iso(whole ? start : nowMs) };
}

/** Start of the day, week (Monday), month or year that an instant lies in. */
function startOf(unit: Unit, nowMs: number, zone: string): number {
  const { from } = dayOf(nowMs, zone);
  if (unit === 'day') return from;
  // At noon the date of the zone is the date of UTC or its neighbour, told apart by the zone's own calendar.
  const date = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    weekday: 'short',
  });
  const parts = Object.fromEntries(date.formatToParts(nowMs).map(({ type, value }) => [type, value]));
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts.weekday ?? 'Mon');
  if (unit === 'week') return shift(from, -weekday, 'day', zone);
  const toFirst = shift(from, 1 - Number(parts.day), 'day', zone);
  return unit === 'month' ? toFirst : shift(toFirst, 1 - Number(parts.month), 'month', zone);
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

function called(names: string[], span: Span, says: string): Record<string, { span: Span; says: string }> {
  return Object.fromEntries(names.map((name) => [name, { span, says }]));
}
