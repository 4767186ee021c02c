import type { SupportCase, Versioned } from '../domain/case/case.ts';

/** Tells people in Teams. Called with the newest state of a case; calling it again with the same state changes nothing. */
export interface Announcer {
  /** Posts the case's card where it belongs, or updates the one that stands there. @throws Failure `throttled`, `unavailable` */
  announce(value: Versioned<SupportCase>): Promise<void>;
}
