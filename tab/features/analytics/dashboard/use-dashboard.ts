import { useCallback } from 'react';
import type { Dashboard, Performance, Trends } from '../../../../backend/contracts/analytics.ts';
import type { CaseFilterQuery, CaseList } from '../../../../backend/contracts/case.ts';
import { serverNow } from '../../../../ui/server-clock.ts';
import { useSession } from '../../../session/session.ts';
import { ownZone, spanBefore, spanOf } from '../period.ts';
import { filterOf, type Scope } from '../scope.ts';
import { type Answered, useLiveQuestion } from '../use-live-question.ts';
import { writeWhere } from '../where.ts';
import type { Dimension } from './dimensions.ts';

export interface DashboardFigures {
  /** What the figures were asked about. */
  asked: CaseFilterQuery;
  now: Dashboard;
  before: Dashboard;
  flow: Trends;
  weeks: Trends;
  groups: Performance;
  waiting: { query: CaseFilterQuery; list: CaseList };
}

const weekMs = 7 * 86_400_000;
const weeksShown = 12;
const waitingShown = 5;
/** Whoever waits for us: the case is open, and nobody else has to act. */
const oursToDo = ['new', 'in_progress'] as const;

/** Everything on the dashboard, asked in one go so that its parts agree. */
export function useDashboard(scope: Scope, by: Dimension): Answered<DashboardFigures> {
  const { api } = useSession();
  const { period, clock } = scope;
  const where = writeWhere(scope.where);
  const filterText = JSON.stringify(filterOf(scope));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `where` says the same as the filter's text.
  const ask = useCallback(async () => {
    const filter: CaseFilterQuery = { ...JSON.parse(filterText), zone: ownZone };
    const nowMs = serverNow();
    const span = spanOf(period, nowMs);
    const [from, to] = [instant(span.fromMs), span.rolling ? undefined : instant(span.toMs)];
    const before = spanBefore(span);
    const query = { ...filter, clock, from, ...(to !== undefined && { to }) };
    // The zone is for days and hours; a list of open cases needs none.
    const { zone: _, ...waitingFilter } = filter;
    const waiting = { ...waitingFilter, status: [...oursToDo] };
    const [now, flow, weeks, groups, list, earlier] = await Promise.all([
      api('dashboard', { query }),
      api('trends', { query }),
      api('trends', { query: { ...filter, from: instant(nowMs - weeksShown * weekMs), interval: 'week' } }),
      api('performance', { query: { ...query, by } }),
      api('listCases', { query: { ...waiting, sort: 'created', limit: waitingShown } }),
      api('dashboard', { query: { ...filter, clock, from: instant(before.fromMs), to: instant(before.toMs) } }),
    ]);
    return { asked: waitingFilter, now, before: earlier, flow, weeks, groups, waiting: { query: waiting, list } };
  }, [api, period, clock, where, filterText, by]);
  return useLiveQuestion(ask);
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
