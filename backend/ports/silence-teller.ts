import type { MailboxSilence, MailLoop } from './sync-state.ts';

/** Tells people in Teams that a mailbox fell silent or that mail goes round in a circle, and that it is over. */
export interface SilenceTeller {
  /** False when there is no place in Teams to tell it. @throws Failure `throttled`, `unavailable` when nobody was told */
  fellSilent(silence: MailboxSilence): Promise<boolean>;
  speaksAgain(silence: MailboxSilence): Promise<boolean>;
  /** Mail is held back because it goes round in a circle. */
  goesInCircle(loop: MailLoop): Promise<boolean>;
  loopEnded(loop: MailLoop): Promise<boolean>;
}
