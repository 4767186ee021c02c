import { measures } from '../contracts/measures.ts';
import type { Report, ReportAnswer, ReportLine, ReportQuestion } from '../contracts/report.ts';
import { categoryWord, priorityWords, sentimentWords, statusWords } from '../contracts/words.ts';
import type { WeekHour } from '../domain/analytics/local-hour.ts';

interface Line {
  key: string | null;
  measured: { value: number | null; n: number }[];
  before: { value: number | null; n: number }[] | null;
}

interface Run {
  asOfMs: number;
  fromMs: number;
  toMs: number;
  interval: ReportAnswer['interval'];
  lines: Line[];
  total: Line;
}

/** An answer as it crosses the wire; by name, but priorities and intervals in their own order. */
export function presentRun(
  run: Run,
  { measures: asked, by, zone, clock }: Pick<ReportQuestion, 'measures' | 'by' | 'zone' | 'clock'>,
  nameOf: (key: string) => string | undefined,
): ReportAnswer {
  const lines = run.lines.map((line) => ({ ...line, name: lineName(line.key, by, run.interval, zone, nameOf) }));
  if (by === 'priority') lines.sort((a, b) => order.indexOf(a.key ?? '') - order.indexOf(b.key ?? ''));
  else if (by !== 'time') lines.sort(byName);
  return {
    asOf: instant(run.asOfMs),
    from: instant(run.fromMs),
    to: instant(run.toMs),
    by,
    interval: run.interval,
    zone,
    clock,
    columns: asked.map((measure) => ({ measure, name: measures[measure].name, unit: measures[measure].unit })),
    lines,
    total: { ...run.total, name: 'All cases' },
  };
}

const order: readonly string[] = Object.keys(priorityWords);

function byName(a: ReportLine, b: ReportLine): number {
  // Nobody and no team stand last.
  if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
  return a.name.localeCompare(b.name, 'en');
}

function lineName(
  key: string | null,
  by: ReportQuestion['by'],
  interval: ReportAnswer['interval'],
  zone: string,
  nameOf: (key: string) => string | undefined,
): string {
  if (key === null) return 'none';
  if (by === 'time') return intervalName(key, interval, zone);
  const words: Partial<Record<typeof by, Record<string, string>>> = {
    priority: priorityWords,
    status: statusWords,
    sentiment: sentimentWords,
  };
  return nameOf(key) ?? words[by]?.[key] ?? (by === 'category' ? categoryWord(key) : key);
}

function intervalName(key: string, interval: ReportAnswer['interval'], zone: string): string {
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  const parts: Intl.DateTimeFormatOptions =
    interval === 'hour'
      ? { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
      : interval === 'month'
        ? { month: 'short', year: 'numeric' }
        : day;
  return new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: zone }).format(new Date(key));
}

/** A filter as it stands in queries. */
export interface StoredFilter {
  assignee?: (string | null)[];
  team?: (string | null)[];
  arrived?: WeekHour[];
  rating?: number[];
  q?: string;
  zone?: string;
}

interface Stored {
  id: string;
  name: string;
  shared: boolean;
  ownerId: string;
  question: Omit<ReportQuestion, 'filter'> & { filter: StoredFilter };
  createdAt: string;
  updatedAt: string;
}

export function presentReport({ value, etag }: { value: Stored; etag: string }): Report {
  const { id, name, shared, ownerId, question, createdAt, updatedAt } = value;
  const shown = { ...question, filter: presentFilter(question.filter) };
  return { id, name, shared, owner: ownerId, question: shown, createdAt, updatedAt, etag };
}

export function presentFilter(filter: StoredFilter): ReportQuestion['filter'] {
  const { assignee, team, arrived, rating, q: _q, zone: _zone, ...rest } = filter;
  const words = (values: (string | null)[]) => values.map((value) => value ?? 'none');
  return {
    ...(rest as ReportQuestion['filter']),
    ...(assignee !== undefined && { assignee: words(assignee) }),
    ...(team !== undefined && { team: words(team) }),
    ...(rating !== undefined && { rating: rating.map((one) => String(one) as '1') }),
    ...(arrived !== undefined && {
      arrived: arrived.map(({ weekday, hour }) => `${weekday + 1}-${String(hour).padStart(2, '0')}`),
    }),
  };
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
