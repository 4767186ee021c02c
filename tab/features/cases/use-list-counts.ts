import { useCallback, useEffect, useRef, useState } from 'react';
import type { View } from '../../../backend/contracts/view.ts';
import { serverNow } from '../../../ui/server-clock.ts';
import { useSession } from '../../session/session.ts';
import { type Criteria, criteriaOf, type Filter, filterOfView, type ViewKey, viewKeys } from './filter.ts';
import { groupEdges } from './groups.ts';
import type { GroupCounts } from './lines.ts';
import type { ListState } from './list-state.ts';
import { filterOfQuery } from './views/use-views.ts';

/** Exact numbers, asked of the server; undefined until it has answered. */
export interface ListCounts {
  views: Partial<Record<ViewKey, number>>;
  /** Of the saved views, by their id. */
  saved: Record<string, number>;
  total: number | null;
  /** Of the groups, when not every case is loaded. */
  groups: GroupCounts | null;
}

interface CountsOf extends ListCounts {
  /** The filter that was counted; the numbers of another one are not shown. */
  of: Filter;
}

const settleMs = 1000;
/** The list itself is asked for first; its counts do not hold it up. */
const afterListMs = 250;

/** Counts of views, list and groups; `recount` may be called as often as changes come and asks once a second at most. */
export function useListCounts(
  filter: Filter,
  state: ListState,
  saved: View[],
): { counts: ListCounts; recount: () => void } {
  const { api } = useSession();
  const [counts, setCounts] = useState<CountsOf>({ views: {}, saved: {}, total: null, groups: null, of: filter });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const partly = filter.sort === 'due' && state.next !== undefined;

  const count = useCallback(
    async (criteria: Criteria, dueBefore?: string, sla?: 'breached' | 'paused') => {
      const query = {
        ...criteria,
        ...(dueBefore !== undefined && { dueBefore }),
        ...(sla !== undefined && { sla }),
        limit: 1,
      };
      return (await api('listCases', { query })).total;
    },
    [api],
  );
  const ask = useCallback(async () => {
    const nowMs = serverNow();
    const views = await Promise.all(
      viewKeys.map(async (key) => [key, await count(criteriaOf(filterOfView(key), nowMs))] as const),
    );
    const kept = await Promise.all(
      saved.map(async (view) => [view.id, await count(criteriaOf(filterOfQuery(view.query), nowMs))] as const),
    );
    const criteria = criteriaOf(filter, nowMs);
    const total = await count(criteria);
    const groups = partly && criteria.sla === undefined ? await countGroups(criteria, total, count) : null;
    setCounts({ views: Object.fromEntries(views), saved: Object.fromEntries(kept), total, groups, of: filter });
  }, [count, filter, partly, saved]);

  const latest = useRef(ask);
  const askSoon = useCallback((delayMs: number) => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      // A count that fails leaves the last one standing; the list itself says what is wrong.
      latest.current().catch(() => undefined);
    }, delayMs);
  }, []);
  useEffect(() => {
    latest.current = ask;
    askSoon(afterListMs);
    return () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [ask, askSoon]);
  const recount = useCallback(() => askSoon(settleMs), [askSoon]);
  const current = counts.of === filter ? counts : { ...counts, total: null, groups: null };
  return { counts: current, recount };
}

type Count = (criteria: Criteria, dueBefore?: string, sla?: 'breached' | 'paused') => Promise<number>;

async function countGroups(criteria: Criteria, total: number, count: Count): Promise<GroupCounts> {
  const edges = groupEdges(serverNow());
  const [overdue, hour, today, ever, paused] = await Promise.all([
    count(criteria, undefined, 'breached'),
    count(criteria, edges.hour),
    count(criteria, edges.today),
    count(criteria, edges.ever),
    count(criteria, undefined, 'paused'),
  ]);
  return {
    overdue,
    hour: hour - overdue,
    today: today - hour,
    later: ever - today,
    paused,
    nothing: total - ever - paused,
  };
}
