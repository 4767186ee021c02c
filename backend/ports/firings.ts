import type { Instant } from '../domain/mail/mail.ts';

/** A rule that fired on a case. */
export interface RuleFiring {
  ruleId: string;
  caseId: string;
  at: Instant;
  /** Of the entry in the log; makes it one firing however often it is noted. */
  entry: string;
  /** The sentence of the case's history. */
  said: string;
}

/** Which rule fired when, for those who look after the rules. The truth is in the cases' histories. */
export interface Firings {
  note(firing: RuleFiring): Promise<void>;
  /** A rule's firings since `since`, newest first, at most `limit`. */
  since(ruleId: string, since: Instant, limit: number): Promise<RuleFiring[]>;
}
