import type { Analysis, AnalysisInput } from '../domain/triage/analysis.ts';

/**
 * Reads one mail and says what it is about. Never throws for bad mail; a remote engine may throw Failure `unavailable`.
 * Settles within `deadlineMs` milliseconds, one way or the other.
 */
export interface Analyst {
  /** True when it answers from this process alone, so fast that what it says can go into the commit that opens a case. */
  readonly immediate?: boolean;
  analyse(input: AnalysisInput, deadlineMs: number): Promise<Analysis>;
}
