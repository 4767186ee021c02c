import { useCallback, useEffect, useRef, useState } from 'react';
import { serverNow } from '../../../ui/server-clock.ts';
import { useLive } from '../../session/live.tsx';
import { useSession } from '../../session/session.ts';
import { useAnnounce } from '../../shell/announcer.tsx';
import { words } from '../../words.ts';
import { criteriaOf, type Filter } from './filter.ts';
import {
  emptyList,
  type ListState,
  type Sight,
  withArrivedShown,
  withChanges,
  withFirstPage,
  withFreshPlaced,
  withNextPage,
  withoutLeft,
} from './list-state.ts';
import { type Selection, useSelection } from './selection.ts';
import { type ListCounts, useListCounts } from './use-list-counts.ts';
import { type SavedViews, useViews } from './views/use-views.ts';

const pageSize = 100;

/** Where the person stands in the list, kept while a case is open. */
export interface ListPosition {
  scrollTop: number;
  /** Id of the row that the keyboard is on. */
  caseId: string | null;
  /** Whether the list takes the focus when it is shown again. */
  focus: boolean;
}

/** A case's neighbours in the list behind it. */
export interface Place {
  at: number;
  total: number;
  previous: string | null;
  next: string | null;
}

export interface LoadedList {
  state: ListState;
  counts: ListCounts;
  views: SavedViews;
  loadMore: () => void;
  reload: () => void;
  showArrived: () => void;
  /** Drops rows that left the view. */
  tidy: () => void;
  placeOf: (caseId: string) => Place | null;
  position: { current: ListPosition };
  selection: Selection;
  /** Set by the list page: whether newcomers may enter without being asked for. */
  mayEnter: { current: () => boolean };
}

/** The cases of one filter, page by page, kept up to date by live changes. */
export function useCaseList(filter: Filter): LoadedList {
  const { api, me } = useSession();
  const announce = useAnnounce();
  const [state, setState] = useState(emptyList);
  const selection = useSelection(filter);
  const position = useRef<ListPosition>({ scrollTop: 0, caseId: null, focus: false });
  const mayEnter = useRef<() => boolean>(() => false);
  const loading = useRef(false);
  const run = useRef(0);
  const sight = useCallback((): Sight => ({ filter, myId: me.id, nowMs: serverNow() }), [filter, me.id]);
  const views = useViews();
  const { counts, recount } = useListCounts(filter, state, views.items);

  const load = useCallback(() => {
    run.current += 1;
    const mine = run.current;
    loading.current = true;
    api('listCases', { query: queryOf(filter) })
      .then(
        (page) => mine === run.current && setState(withFirstPage(page, sight())),
        (error: unknown) =>
          mine === run.current &&
          setState((before) => ({ ...before, error, phase: before.phase === 'ready' ? 'ready' : 'failed' })),
      )
      .finally(() => {
        if (mine === run.current) loading.current = false;
      });
    recount();
  }, [api, filter, sight, recount]);

  useEffect(() => {
    setState(emptyList);
    position.current = { scrollTop: 0, caseId: null, focus: false };
    load();
  }, [load]);

  const loadMore = useCallback(() => {
    if (loading.current || state.next === undefined) return;
    const mine = run.current;
    loading.current = true;
    api('listCases', { query: { ...queryOf(filter), after: state.next } })
      .then(
        (page) => mine === run.current && setState((before) => withNextPage(before, page, sight())),
        (error: unknown) => mine === run.current && setState((before) => ({ ...before, error })),
      )
      .finally(() => {
        if (mine === run.current) loading.current = false;
      });
  }, [api, filter, state.next, sight]);

  useLive({
    onChanges: (changes) => {
      const after = withChanges(state, changes, sight());
      const came = after.arrived.length - state.arrived.length;
      const touched = after.rows.filter((row, at) => row !== state.rows[at]).map((row) => row.case.number);
      if (came > 0) announce(words.list.arrivedAnnounced(after.arrived.length));
      if (touched.length > 0) announce(words.list.changed(touched.slice(0, 3)));
      setState((before) => {
        const changed = withChanges(before, changes, sight());
        return mayEnter.current() ? withFreshPlaced(withArrivedShown(changed, sight()), sight()) : changed;
      });
      recount();
    },
    onGap: load,
  });

  const showArrived = useCallback(() => setState((before) => withArrivedShown(before, sight())), [sight]);
  const tidy = useCallback(() => setState(withoutLeft), []);
  const placeOf = (caseId: string) => placeIn(state, counts.total ?? state.total, caseId);
  return { state, counts, views, loadMore, reload: load, showArrived, tidy, placeOf, position, selection, mayEnter };
}

/** The order of hits exists only where something is searched for. */
function queryOf(filter: Filter) {
  const sort = filter.sort === 'relevance' && filter.q === '' ? 'due' : filter.sort;
  return { ...criteriaOf(filter, serverNow()), sort, limit: pageSize };
}

function placeIn(state: ListState, total: number, caseId: string): Place | null {
  const at = state.rows.findIndex((row) => row.case.number === caseId || row.case.id === caseId);
  if (at === -1) return null;
  const numberAt = (index: number) => state.rows[index]?.case.number ?? null;
  return { at: at + 1, total: Math.max(total, at + 1), previous: numberAt(at - 1), next: numberAt(at + 1) };
}
