import { useCallback, useEffect, useRef, useState } from 'react';
import type { Fate, FateList, Heartbeat } from '../../../../backend/contracts/fates.ts';
import { useLive } from '../../../session/live.tsx';
import { useSession } from '../../../session/session.ts';
import { type Pages, usePages } from '../../../session/use-pages.ts';

export const periods = { day: 1, week: 7, month: 30, all: null } as const;
export type Period = keyof typeof periods;

export interface FatesFilter {
  became: Fate['became'][];
  period: Period;
  q: string;
}

export interface LoadedFates extends Pages<FateList> {
  /** Null until they have come. */
  hearts: Heartbeat[] | null;
}

const dayMs = 86_400_000;
const refreshMs = 15_000;
/** Live changes come in bursts; one look afterwards is enough. */
const settleMs = 1_000;

export function useFates({ became, period, q }: FatesFilter): LoadedFates {
  const { api } = useSession();
  const [hearts, setHearts] = useState<Heartbeat[] | null>(null);
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
  const pages = usePages(ask);
  const readPages = pages.reload;
  const readHearts = useCallback(() => {
    api('mailHeartbeats', {}).then(
      ({ items }) => setHearts(items),
      () => undefined,
    );
  }, [api]);
  const reload = useCallback(() => {
    readPages();
    readHearts();
  }, [readPages, readHearts]);

  useEffect(() => {
    readHearts();
    const timer = setInterval(reload, refreshMs);
    return () => clearInterval(timer);
  }, [reload, readHearts]);
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

  return { ...pages, hearts, reload };
}
