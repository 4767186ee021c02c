import type { Instant } from '../domain/mail/mail.ts';

/** How often we may write to somebody by ourselves. The same for every process on the store. */
export interface AnswerAllowance {
  /**
   * Takes the allowance for one automatic mail. True when it may be sent: nobody else took one for this key after
   * `notSince`, or this very `holder` did, so that a repeated run is no second mail.
   */
  take(key: string, holder: string, now: Instant, notSince: Instant): Promise<boolean>;
  /** As if nothing had ever been sent for the key. */
  forget(key: string): Promise<void>;
}
