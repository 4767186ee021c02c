import type { Actor } from '../../domain/access/actor.ts';
import { may } from '../../domain/access/permissions.ts';
import { type Interval, type MinuteClock, type Period, periodOf } from '../../domain/analytics/period.ts';
import type { CaseFigures, DashboardFigures, Figures, Grouping, TrendPoint } from '../../ports/case-figures.ts';
import type { CaseFilter } from '../../ports/case-index.ts';
import type { Clock } from '../../ports/system.ts';

export interface Asked {
  from?: string | undefined;
  to?: string | undefined;
  interval?: Interval | undefined;
  clock?: MinuteClock | undefined;
}

/** What was answered: for which moment, cases and period. */
export interface Scope {
  asOfMs: number;
  filter: CaseFilter;
  period: Period;
}

/** Figures about cases. Whoever may not see everybody's figures gets those of their own cases. */
export interface AnalyticsUseCases {
  dashboard(actor: Actor, filter: CaseFilter, asked: Asked): Promise<{ scope: Scope; figures: DashboardFigures }>;
  trends(
    actor: Actor,
    filter: CaseFilter,
    asked: Asked & { by?: Grouping | undefined },
  ): Promise<{ scope: Scope; series: { key: string | null; points: TrendPoint[] }[] }>;
  performance(
    actor: Actor,
    filter: CaseFilter,
    asked: Asked & { by: Grouping },
  ): Promise<{ scope: Scope; rows: ({ key: string | null } & Figures)[] }>;
}

export function bindAnalytics({ figures, clock }: { figures: CaseFigures; clock: Clock }): AnalyticsUseCases {
  function scopeOf(actor: Actor, filter: CaseFilter, asked: Asked): Scope {
    const asOfMs = clock.nowMs();
    const seen = may(actor.role, 'analytics.everybody') ? filter : { ...filter, assignee: [actor.id] };
    return { asOfMs, filter: seen, period: periodOf({ ...asked, zone: filter.zone }, asOfMs) };
  }
  return {
    async dashboard(actor, filter, asked) {
      const scope = scopeOf(actor, filter, asked);
      return { scope, figures: await figures.dashboard(scope.filter, scope.period) };
    },
    async trends(actor, filter, { by, ...asked }) {
      const scope = scopeOf(actor, filter, asked);
      return { scope, series: await figures.trends(scope.filter, scope.period, by) };
    },
    async performance(actor, filter, { by, ...asked }) {
      const scope = scopeOf(actor, filter, asked);
      return { scope, rows: await figures.performance(scope.filter, scope.period, by) };
    },
  };
}
