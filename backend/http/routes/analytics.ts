import type { AnalyticsUseCases, Scope } from '../../app/analytics/analytics-use-cases.ts';
import type { Dashboard } from '../../contracts/analytics.ts';
import { metrics } from '../../contracts/metric-catalogue.ts';
import type { Viewer } from '../../present/present-case.ts';
import type { AnswerCache } from '../answer-cache.ts';
import { filterFrom } from '../case-query.ts';
import { JsonBytes } from '../json-bytes.ts';
import type { ApiHandlers } from './api-handlers.ts';

type AnalyticsRoutes = Pick<ApiHandlers, 'dashboard' | 'metricCatalogue' | 'trends' | 'performance'>;

export function analyticsRoutes(app: AnalyticsUseCases, answers: AnswerCache): AnalyticsRoutes {
  return {
    dashboard: async ({ actor, viewer, query, search }) => {
      const body = await answers.answer(`dashboard ${actor.id} ${search}`, viewer.nowMs, async () => {
        const { scope, figures } = await app.dashboard(actor, filterFrom(query, actor.id), query);
        const { byAssignee, byTeam, backlog, ...rest } = figures;
        const dashboard: Dashboard = {
          ...shown(scope),
          ...rest,
          byAssignee: byAssignee.map(({ key, ...work }) => ({ id: key, name: nameOf(key, viewer), ...work })),
          byTeam: byTeam.map(({ key, ...work }) => ({ team: key, ...work })),
          backlog: backlog.map(({ atMs, open }) => ({ at: instant(atMs), open })),
        };
        return new JsonBytes(Buffer.from(JSON.stringify(dashboard)));
      });
      return { body };
    },
    metricCatalogue: async () => ({ body: metrics }),
    trends: async ({ actor, query }) => {
      const { scope, series } = await app.trends(actor, filterFrom(query, actor.id), query);
      const shownSeries = series.map(({ key, points }) => ({
        key,
        points: points.map(({ atMs, ...point }) => ({ at: instant(atMs), ...point })),
      }));
      return { body: { ...shown(scope), by: query.by ?? null, series: shownSeries } };
    },
    performance: async ({ actor, viewer, query }) => {
      const { by } = query;
      const { scope, rows } = await app.performance(actor, filterFrom(query, actor.id), query);
      const named = rows.map(({ key, ...figures }) => ({
        key,
        name: by === 'assignee' ? nameOf(key, viewer) : key,
        ...figures,
      }));
      return { body: { ...shown(scope), by, rows: named } };
    },
  };
}

function shown({ asOfMs, filter, period }: Scope) {
  return {
    asOf: instant(asOfMs),
    filter: { ...filter },
    from: instant(period.fromMs),
    to: instant(period.toMs),
    interval: period.interval,
    clock: period.clock,
  };
}

function nameOf(id: string | null, viewer: Viewer): string | null {
  return id === null ? null : (viewer.agentName(id) ?? id);
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
