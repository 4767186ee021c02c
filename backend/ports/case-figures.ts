import type { Period } from '../domain/analytics/period.ts';
import type { CaseGrouping } from '../domain/vocabulary.ts';
import type { CaseFilter } from './case-index.ts';

export type Grouping = CaseGrouping;

/** Minutes by the clock of the period, to a tenth; null where there were none. Percentiles are interpolated between neighbours. */
export interface Spread {
  median: number | null;
  p90: number | null;
  n: number;
}

/** What is known of a set of cases in a period. The metric catalogue in `contracts/metric-catalogue.ts` says what each figure means. */
export interface Figures {
  /** Now. */
  open: number;
  new: number;
  unassigned: number;
  atRisk: number;
  breached: number;
  /** Minutes by the wall since the open cases were opened. */
  backlogAge: Spread;
  /** In the period. */
  created: number;
  resolved: number;
  firstResponseMinutes: Spread;
  resolutionMinutes: Spread;
  slaMetPercent: number | null;
  slaMet: number;
  slaMissed: number;
  reopened: number;
  reopenPercent: number | null;
  csatPercent: number | null;
  /** The cases of which that is the share. */
  csatRated: number;
  csatResponsePercent: number | null;
  csatAsked: number;
}

export interface DashboardFigures extends Figures {
  byStatus: Record<string, number>;
  byPriority: Record<string, number>;
  byCategory: Record<string, number>;
  bySentiment: Record<string, number>;
  byAssignee: { key: string | null; open: number; resolved: number }[];
  byTeam: { key: string | null; open: number; resolved: number }[];
  /** Open cases at the end of each interval. */
  backlog: { atMs: number; open: number }[];
  /** Cases created by weekday (Monday first) and hour, in the period's zone. */
  heat: number[][];
}

export interface TrendPoint {
  /** When the interval begins. */
  atMs: number;
  created: number;
  resolved: number;
  /** At the end of the interval. */
  open: number;
  slaMetPercent: number | null;
  /** Of cases first answered, and of those resolved, in the interval. */
  firstResponseMinutes: Spread;
  resolutionMinutes: Spread;
}

export interface CaseFigures {
  dashboard(filter: CaseFilter, period: Period): Promise<DashboardFigures>;
  /** One series for all cases, or one for each value of a field. */
  trends(filter: CaseFilter, period: Period, by?: Grouping): Promise<{ key: string | null; points: TrendPoint[] }[]>;
  performance(filter: CaseFilter, period: Period, by: Grouping): Promise<({ key: string | null } & Figures)[]>;
}
