import type { MailboxSilence } from './sync-state.ts';

/** Tells people in Teams that a mailbox fell silent, and that it speaks again. */
export interface SilenceTeller {
  /** False when there is no place in Teams to tell it. @throws Failure `throttled`, `unavailable` when nobody was told */
  fellSilent(silence: MailboxSilence): Promise<boolean>;
  speaksAgain(silence: MailboxSilence): Promise<boolean>;
}
