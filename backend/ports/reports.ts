import type { Interval, MinuteClock } from '../domain/analytics/period.ts';
import type { Versioned } from '../domain/case/case.ts';
import type { Instant } from '../domain/mail/mail.ts';
import type { ReportMeasure } from '../domain/vocabulary.ts';
import type { Grouping } from './case-figures.ts';
import type { CaseFilter } from './case-index.ts';

/** What a report asks. */
export interface ReportQuestion {
  measures: ReportMeasure[];
  /** A line for each value of a field, or for each interval of the period. */
  by: Grouping | 'time';
  /** With `time`; null for one that suits the period. */
  interval: Interval | null;
  filter: CaseFilter;
  /** See `domain/analytics/named-period.ts`. */
  period: string;
  /** IANA name. */
  zone: string;
  /** How minutes are counted. */
  clock: MinuteClock;
}

export interface SavedReport {
  id: string;
  name: string;
  ownerId: string;
  /** True: everybody sees it; only its owner and managers change it. */
  shared: boolean;
  question: ReportQuestion;
  createdAt: Instant;
  updatedAt: Instant;
}

export interface Reports {
  all(): Promise<Versioned<SavedReport>[]>;
  get(id: string): Promise<Versioned<SavedReport> | undefined>;
  /** @param ifMatch version it must have; null for one that must not be there yet @throws Failure `stale` */
  put(report: SavedReport, ifMatch: string | null): Promise<Versioned<SavedReport>>;
  /** @throws Failure `stale` */
  remove(id: string, ifMatch: string): Promise<void>;
}
