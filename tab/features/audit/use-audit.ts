import { useCallback, useEffect, useRef, useState } from 'react';
import type { AuditEntry, AuditList } from '../../../backend/contracts/audit.ts';
import { useSession } from '../../session/session.ts';

export const periods = { month: 30, day: 1, week: 7, all: null } as const;
export type Period = keyof typeof periods;

export interface AuditFilter {
  kind: AuditEntry['kind'] | null;
  actor: string | null;
  period: Period;
}

interface LoadedAudit {
  /** Null until it has come. */
  list: AuditList | null;
  error: unknown;
  loadingMore: boolean;
  loadMore: () => void;
  reload: () => void;
}

const dayMs = 86_400_000;

export function useAudit({ kind, actor, period }: AuditFilter): LoadedAudit {
  const { api } = useSession();
  const [list, setList] = useState<AuditList | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [loadingMore, setLoadingMore] = useState(false);
  const round = useRef(0);
  const ask = useCallback(
    (after?: string) => {
      const days = periods[period];
      return api('listAudit', {
        query: {
          ...(kind !== null && { kind: [kind] }),
          ...(actor !== null && { actor: [actor] }),
          ...(days !== null && { from: new Date(Date.now() - days * dayMs).toISOString() }),
          ...(after !== undefined && { after }),
        },
      });
    },
    [api, kind, actor, period],
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
  }, [ask]);
  useEffect(reload, [reload]);
  return {
    list,
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
