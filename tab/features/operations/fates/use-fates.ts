import { useCallback, useEffect, useRef, useState } from 'react';
import type { Fate, FateList, Heartbeat } from '../../../../backend/contracts/fates.ts';
import { useLive } from '../../../session/live.tsx';
import { useSession } from '../../../session/session.ts';

export const periods = { day: 1, week: 7, month: 30, all: null } as const;
export type Period = keyof typeof periods;

export interface FatesFilter {
  became: Fate['became'][];
  period: Period;
  q: string;
}

export interface LoadedFates {
  /** Null until they have come. */
  list: FateList | null;
  hearts: Heartbeat[] | null;
  error: unknown;
  loadingMore: boolean;
  loadMore: () => void;
  reload: () => void;
}

const dayMs = 86_400_000;
const refreshMs = 15_000;
/** Live changes come in bursts; one look afterwards is enough. */
const settleMs = 1_000;

export function useFates({ became, period, q }: FatesFilter): LoadedFates {
  const { api } = useSession();
  const [list, setList] = useState<FateList | null>(null);
  const [hearts, setHearts] = useState<Heartbeat[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [loadingMore, setLoadingMore] = useState(false);
  const round = useRef(0);
  const wanted = became.join(',');

  const ask = useCallback(
    (after?: string) => {
      const days = periods[period];
      return api('listFates', {
        query: {
          ...(wanted !== '' && { became: wanted.split(',') as Fate['became'][] }),
          ...(q !== '' && { q }),
          ...(days !== null && { from: new Date(Date.now() - days * dayMs).toISOString() }),
          ...(after !== undefined && { after }),
        },
      });
    },
    [api, wanted, period, q],
  );
  const reload = useCallback(() => {
    round.current += 1;
    const mine = round.current;
    ask().then(
      (found) => {
        if (mine !== round.current) return;
        setList(found);
        setError(null);
      },
      (failure: unknown) => mine === round.current && setError(failure),
    );
    api('mailHeartbeats', {}).then(
      ({ items }) => setHearts(items),
      () => undefined,
    );
  }, [api, ask]);

  useEffect(() => {
    reload();
    const timer = setInterval(reload, refreshMs);
    return () => clearInterval(timer);
  }, [reload]);
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLive({
    onChanges: () => {
      settling.current ??= setTimeout(() => {
        settling.current = undefined;
        reload();
      }, settleMs);
    },
    onGap: reload,
  });
  useEffect(() => () => clearTimeout(settling.current), []);

  return {
    list,
    hearts,
    error,
    loadingMore,
    loadMore: () => {
      if (list?.next === undefined) return;
      const mine = round.current;
      setLoadingMore(true);
      ask(list.next)
        .then((more) => mine === round.current && setList({ ...more, items: [...list.items, ...more.items] }), setError)
        .finally(() => setLoadingMore(false));
    },
    reload,
  };
}
