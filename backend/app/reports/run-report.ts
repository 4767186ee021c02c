import type { Actor } from '../../domain/access/actor.ts';
import { may } from '../../domain/access/permissions.ts';
import { namedPeriod, spanBefore } from '../../domain/analytics/named-period.ts';
import { type Interval, type Period, periodOf } from '../../domain/analytics/period.ts';
import { Failure } from '../../domain/failure.ts';
import type { ReportMeasure } from '../../domain/vocabulary.ts';
import type { CaseFigures, Figures } from '../../ports/case-figures.ts';
import type { CaseFilter } from '../../ports/case-index.ts';
import type { ReportQuestion } from '../../ports/reports.ts';
import type { Clock } from '../../ports/system.ts';

/** A figure, and how many cases it speaks of. */
export interface Measured {
  value: number | null;
  n: number;
}

export interface ReportLine {
  /** Value of the field, or the instant at which the interval begins (RFC 3339, UTC). */
  key: string | null;
  measured: Measured[];
  /** The same in the period before; null where there is none to compare with. */
  before: Measured[] | null;
}

export interface ReportRun {
  asOfMs: number;
  fromMs: number;
  toMs: number;
  interval: Interval | null;
  /** As it was applied. */
  filter: CaseFilter;
  lines: ReportLine[];
  /** Over all cases: no sum of the lines where a median or a share is measured. */
  total: ReportLine;
}

export interface RunDeps {
  figures: CaseFigures;
  clock: Clock;
}

/** How things stand now, which nobody remembers of an earlier moment. */
const standing: readonly ReportMeasure[] = [
  ...(['new', 'unassigned', 'atRisk', 'breached', 'backlogAgeMedian', 'backlogAgeP90'] as const),
];
/** Each is worked out by itself. */
const mostIntervals = 100;

/** Answers a report. Whoever may not see everybody's figures gets those of their own cases. @throws Failure `invalid` */
export async function runReport(deps: RunDeps, actor: Actor, question: ReportQuestion): Promise<ReportRun> {
  const asOfMs = deps.clock.nowMs();
  const span = namedPeriod(question.period, asOfMs, question.zone);
  const filter = may(actor.role, 'analytics.everybody')
    ? question.filter
    : { ...question.filter, assignee: [actor.id] };
  const interval = question.by === 'time' ? (question.interval ?? undefined) : undefined;
  const period = periodIn(span, question, interval);
  const lines =
    question.by === 'time' ? overTime(deps, filter, question, period) : byField(deps, filter, question, period);
  const [measured, before] = await Promise.all([
    deps.figures.dashboard(filter, period),
    deps.figures.dashboard(filter, periodIn(spanBefore(span), question)),
  ]);
  const total = {
    key: null,
    measured: question.measures.map((measure) => measureOf(measure, measured)),
    before: question.measures.map((measure) => beforeOf(measure, before, before.backlog.at(-1)?.open ?? 0)),
  };
  return {
    asOfMs,
    fromMs: period.fromMs,
    toMs: period.toMs,
    interval: question.by === 'time' ? period.interval : null,
    filter,
    lines: await lines,
    total,
  };
}

function periodIn(
  { fromMs, toMs }: { fromMs: number; toMs: number },
  { zone, clock }: Pick<Period, 'zone' | 'clock'>,
  interval?: Interval,
): Period {
  const [from, to] = [new Date(fromMs).toISOString(), new Date(toMs).toISOString()];
  return periodOf({ from, to, zone, clock, interval }, toMs);
}

async function byField(
  { figures }: RunDeps,
  filter: CaseFilter,
  { measures, by }: ReportQuestion,
  period: Period,
): Promise<ReportLine[]> {
  if (by === 'time') return [];
  const earlier = periodIn(spanBefore(period), period);
  const [rows, before] = await Promise.all([
    figures.performance(filter, period, by),
    figures.performance(filter, earlier, by),
  ]);
  return rows.map((row) => {
    const then = before.find(({ key }) => key === row.key);
    return {
      key: row.key,
      measured: measures.map((measure) => measureOf(measure, row)),
      before: then === undefined ? null : measures.map((measure) => beforeOf(measure, then, null)),
    };
  });
}

/** Cases of each interval are counted as if it were a period of its own, so a line says what a report over it would. */
async function overTime(
  { figures }: RunDeps,
  filter: CaseFilter,
  { measures }: ReportQuestion,
  period: Period,
): Promise<ReportLine[]> {
  const now = measures.find((measure) => standing.includes(measure));
  if (now !== undefined) throw refused('measures', `must not hold ${now} over time: it says how things stand now`);
  if (period.starts.length > mostIntervals) throw refused('interval', `leaves more than ${mostIntervals} lines`);
  const [series] = await figures.trends(filter, period);
  const lines: ReportLine[] = [];
  for (const [i, atMs] of period.starts.entries()) {
    const toMs = period.starts[i + 1] ?? period.toMs;
    const part = await figures.dashboard(filter, periodIn({ fromMs: atMs, toMs }, period));
    const open = series?.points[i]?.open ?? 0;
    const measured = measures.map((measure) =>
      measure === 'open' ? { value: open, n: open } : measureOf(measure, part),
    );
    lines.push({ key: new Date(atMs).toISOString(), measured, before: null });
  }
  return lines;
}

/** What a measure is in a set of figures. */
export function measureOf(measure: ReportMeasure, figures: Figures): Measured {
  const { firstResponseMinutes: first, resolutionMinutes: resolution } = figures;
  switch (measure) {
    case 'firstResponseMedian':
      return { value: first.median, n: first.n };
    case 'firstResponseP90':
      return { value: first.p90, n: first.n };
    case 'resolutionMedian':
      return { value: resolution.median, n: resolution.n };
    case 'resolutionP90':
      return { value: resolution.p90, n: resolution.n };
    case 'backlogAgeMedian':
      return { value: figures.backlogAge.median, n: figures.backlogAge.n };
    case 'backlogAgeP90':
      return { value: figures.backlogAge.p90, n: figures.backlogAge.n };
    case 'reopenPercent':
      return { value: figures.reopenPercent, n: figures.reopened };
    case 'slaMetPercent':
      return { value: figures.slaMetPercent, n: figures.slaMet + figures.slaMissed };
    case 'csatPercent':
      return { value: figures.csatPercent, n: figures.csatRated };
    case 'csatResponsePercent':
      return { value: figures.csatResponsePercent, n: figures.csatAsked };
    default:
      return { value: figures[measure], n: figures[measure] };
  }
}

/** @param open open cases when the period before ended; null where nobody knows */
function beforeOf(measure: ReportMeasure, before: Figures, open: number | null): Measured {
  if (measure === 'open') return { value: open, n: open ?? 0 };
  return standing.includes(measure) ? { value: null, n: 0 } : measureOf(measure, before);
}

function refused(path: string, message: string): Failure {
  return new Failure('invalid', `The report is not valid: ${path} ${message}.`, { faults: [{ path, message }] });
}
