import { useCallback } from 'react';
import type { AuditEntry, AuditList } from '../../../backend/contracts/audit.ts';
import { useSession } from '../../session/session.ts';
import { type Pages, usePages } from '../../session/use-pages.ts';

export const periods = { month: 30, day: 1, week: 7, all: null } as const;
export type Period = keyof typeof periods;

export interface AuditFilter {
  kind: AuditEntry['kind'] | null;
  actor: string | null;
  period: Period;
}

const dayMs = 86_400_000;

export function useAudit({ kind, actor, period }: AuditFilter): Pages<AuditList> {
  const { api } = useSession();
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
  return usePages(ask);
}
