import type { SupportCase, Versioned } from '../domain/case/case.ts';

/** Tells people in Teams. Called with the newest state of a case; calling it again with the same state changes nothing. */
export interface Announcer {
  /** Has its card posted where it belongs and those that stand updated. Certain to happen once it resolves. @throws Failure `unavailable` */
  announce(value: Versioned<SupportCase>): Promise<void>;
}
