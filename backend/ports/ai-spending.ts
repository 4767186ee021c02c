import type { TokenUse } from './language-model.ts';

/** What was spent on a day (`YYYY-MM-DD`, UTC) or on a case. */
export interface Spent {
  /** Day, or id of the case. */
  of: string;
  calls: number;
  input: number;
  output: number;
  /** Millionths of the currency of the prices. */
  costMicros: number;
  /** Days only: tokens set aside for calls under way, or for calls whose use nobody told us. */
  reserved: number;
}

/**
 * Counts tokens durably, for all replicas together. A call is made only after its most has been reserved, so a day's limit
 * holds over restarts; what a dead process had reserved stays counted for that day.
 */
export interface AiSpending {
  /** Sets `tokens` aside unless the day would go over `limit`. @throws Failure `unavailable`, also after `deadlineMs` */
  reserve(day: string, tokens: number, limit: number, deadlineMs: number): Promise<boolean>;
  /** Replaces a reservation by what was used; null where nobody told, which keeps the reservation counted. */
  settle(
    day: string,
    reserved: number,
    used: TokenUse | null,
    costMicros: number,
    caseId: string | null,
  ): Promise<void>;
  ofDays(from: string, to: string): Promise<Spent[]>;
  ofCase(caseId: string): Promise<Spent | null>;
}
