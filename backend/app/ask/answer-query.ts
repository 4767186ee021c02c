import type { Actor } from '../../domain/access/actor.ts';
import { may } from '../../domain/access/permissions.ts';
import { type Period, periodOf } from '../../domain/analytics/period.ts';
import type { AskQuery } from '../../domain/ask/ask-query.ts';
import { openStatuses } from '../../domain/ask/choose-metric.ts';
import { Failure } from '../../domain/failure.ts';
import { type CaseStatus, momentMetrics } from '../../domain/vocabulary.ts';
import type { CaseFigures, Figures } from '../../ports/case-figures.ts';
import type { CaseFilter, CaseIndex } from '../../ports/case-index.ts';
import type { Clock } from '../../ports/system.ts';

export interface AnswerDeps {
  figures: CaseFigures;
  index: CaseIndex;
  clock: Clock;
}

/** A figure; `n` is how many cases it rests on. Groups and points stand in the order asked for. */
export interface Figure {
  value: number | null;
  n: number;
  groups: { key: string | null; value: number | null; n: number }[] | null;
  points: { at: string; value: number | null; n: number }[] | null;
  from: string | null;
  to: string | null;
}

const casesShown = 10;
const mostPoints = 60;

/** The figure that a query asks for, and the cases it is made of. Whoever may not see everybody's sees their own. */
export async function answerQuery(deps: AnswerDeps, actor: Actor, query: AskQuery, zone: string) {
  const own = !may(actor.role, 'analytics.everybody');
  const filter = filterOf(query, own ? ['me'] : query.filter.assignee, actor.id);
  const ofPeriod = !momentMetrics.includes(query.metric) || query.interval !== undefined;
  const period = periodOf({ from: query.from, to: query.to, interval: query.interval, zone }, deps.clock.nowMs());
  const [from, to] = [period.fromMs, Math.min(period.toMs, deps.clock.nowMs())].map((ms) => new Date(ms).toISOString());
  const [whole, groups, points] = await Promise.all([
    deps.figures.dashboard(filter, { ...period, starts: [period.fromMs] }),
    query.by === undefined || query.interval !== undefined ? null : groupsOf(deps, query, filter, period),
    query.interval === undefined ? null : pointsOf(deps, query, filter, period),
  ]);
  const span = ofPeriod ? { from: from ?? null, to: to ?? null } : { from: null, to: null };
  const listed = casesBehind(query, filter, {
    from: new Date(period.fromMs).toISOString(),
    to: new Date(period.toMs).toISOString(),
  });
  const found =
    listed === null
      ? { cases: [], total: 0 }
      : await deps.index.find(listed, { key: 'due', descending: false }, { limit: casesShown });
  const figure: Figure = { ...valueIn(whole, query), groups, points, ...span };
  return { own, figure, cases: found.cases, total: found.total, listed };
}

async function groupsOf(deps: AnswerDeps, query: AskQuery, filter: CaseFilter, period: Period) {
  if (query.by === undefined) return null;
  const rows = await deps.figures.performance(filter, period, query.by);
  const sign = query.order === 'least' ? 1 : -1;
  return rows
    .map((row) => ({ key: row.key, ...valueIn(row, query) }))
    .filter(({ n, value }) => n > 0 || (value ?? 0) > 0 || query.order === 'least')
    .sort((a, b) => sign * ((a.value ?? -sign * Infinity) - (b.value ?? -sign * Infinity)))
    .slice(0, query.top ?? 50);
}

/** What trends tell of each stretch. */
const inTrends: readonly AskQuery['metric'][] = ['open', 'backlog', 'created', 'resolved', 'slaMetPercent'];

/** Each stretch is asked for by itself where trends do not tell it: medians cannot be added up. */
async function pointsOf(deps: AnswerDeps, query: AskQuery, filter: CaseFilter, period: Period) {
  const nowMs = deps.clock.nowMs();
  const begun = period.starts.filter((start) => start < nowMs);
  if (inTrends.includes(query.metric)) {
    const [series] = await deps.figures.trends(filter, period);
    const key = query.metric === 'backlog' ? 'open' : query.metric;
    const values = (series?.points ?? []).filter(({ atMs }) => atMs < nowMs);
    return values.map((point) => {
      const value = point[key as 'open' | 'created' | 'resolved' | 'slaMetPercent'];
      return {
        at: new Date(point.atMs).toISOString(),
        value,
        n: key === 'slaMetPercent' ? point.resolved : (value ?? 0),
      };
    });
  }
  if (begun.length > mostPoints) {
    throw new Failure('invalid', `That is more than ${mostPoints} stretches; ask for longer ones or a shorter period.`);
  }
  const points: NonNullable<Figure['points']> = [];
  for (const [at, start] of begun.entries()) {
    const end = begun[at + 1] ?? period.toMs;
    const figures = await deps.figures.dashboard(filter, { ...period, fromMs: start, toMs: end, starts: [start] });
    points.push({ at: new Date(start).toISOString(), ...valueIn(figures, query) });
  }
  return points;
}

function valueIn(figures: Figures, { metric, statistic }: AskQuery): { value: number | null; n: number } {
  if (metric === 'firstResponseMinutes' || metric === 'resolutionMinutes') {
    return { value: figures[metric][statistic], n: figures[metric].n };
  }
  if (metric === 'slaMetPercent') return { value: figures.slaMetPercent, n: figures.slaMet + figures.slaMissed };
  if (metric === 'csatPercent') return { value: figures.csatPercent, n: figures.csatRated };
  if (metric === 'csatResponsePercent') return { value: figures.csatResponsePercent, n: figures.csatAsked };
  const value = metric === 'backlog' ? figures.open : figures[metric];
  return { value, n: value };
}

function filterOf({ filter }: AskQuery, assignee: string[] | undefined, actorId: string): CaseFilter {
  const entries = Object.entries({ ...filter, assignee: undefined }).filter(([, value]) => value !== undefined);
  const who = assignee?.map((word) => (word === 'none' ? null : word === 'me' ? actorId : word));
  return { ...(Object.fromEntries(entries) as CaseFilter), ...(who !== undefined && { assignee: who }) };
}

/** The cases that a figure counts, or over which it was measured; null where none can fit. */
function casesBehind(query: AskQuery, filter: CaseFilter, period: { from: string; to: string }): CaseFilter | null {
  const listed = narrowed(query, filter, period);
  // An empty list would restrict nothing.
  return listed.status?.length === 0 ? null : listed;
}

function narrowed({ metric }: AskQuery, filter: CaseFilter, { from, to }: { from: string; to: string }): CaseFilter {
  const within = (statuses: CaseStatus[]) => statuses.filter((one) => filter.status?.includes(one) ?? true);
  const open = { ...filter, status: within(openStatuses) };
  switch (metric) {
    case 'open':
    case 'backlog':
      return open;
    case 'new':
      return { ...filter, status: within(['new']) };
    case 'unassigned':
      return { ...open, assignee: [null] };
    case 'atRisk':
      return { ...open, sla: ['at_risk'] };
    case 'breached':
      return { ...open, sla: ['breached'] };
    case 'created':
      return { ...filter, createdFrom: from, createdTo: to };
    case 'firstResponseMinutes':
      return { ...filter, answeredFrom: from, answeredTo: to };
    case 'resolved':
    case 'resolutionMinutes':
      return { ...filter, resolvedFrom: from, resolvedTo: to };
    case 'slaMetPercent':
      return { ...filter, resolvedFrom: from, resolvedTo: to, promise: ['met', 'missed'] };
    case 'csatPercent':
      return { ...filter, ratedFrom: from, ratedTo: to };
    case 'csatResponsePercent':
      return { ...filter, askedFrom: from, askedTo: to };
  }
}
