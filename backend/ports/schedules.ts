import type { Versioned } from '../domain/case/case.ts';
import type { Schedule, ScheduleState } from '../domain/reports/schedule.ts';
import type { ReportFormat } from '../domain/vocabulary.ts';
import type { ReportQuestion } from './reports.ts';

interface Kept<T> {
  all(): Promise<Versioned<T>[]>;
  get(id: string): Promise<Versioned<T> | undefined>;
  /** @param ifMatch version it must have; null for one that must not be there yet @throws Failure `stale` */
  put(item: T, ifMatch: string | null): Promise<Versioned<T>>;
  /** @throws Failure `stale` */
  remove(id: string, ifMatch: string): Promise<void>;
}

/** Schedules of reports, and apart from them what each has done, so that running one does not change what people edit. */
export interface Schedules {
  plans: Kept<Schedule>;
  states: Kept<ScheduleState>;
}

/** An answered report in the forms in which it leaves the house. */
export interface RenderedReport {
  /** The period, in words. */
  period: string;
  /** The figures over all cases, by name. */
  totals: { name: string; value: string }[];
  /** Name with ending, type and bytes of each file. */
  files: { name: string; type: string; bytes: Uint8Array }[];
}

export type RenderReport<Run> = (
  report: { name: string; question: ReportQuestion },
  run: Run,
  formats: readonly ReportFormat[],
) => Promise<RenderedReport>;

/** Brings a report's figures to a channel of Teams. */
export interface ReportPoster {
  /** The same `key` brings one card. @throws Failure `not-found` when the bot is not in the channel any more */
  post(channel: string, card: { key: string; reportId: string; agentId: string }): Promise<void>;
}
