import type { MailKind } from '../vocabulary.ts';
import type { Likeness } from './likeness.ts';

/** So many mails of a kind within the window are still taken in; what comes on top is parked. */
export interface LoopLimits {
  withinMinutes: number;
  /** From one sender to one mailbox, saying exactly the same. */
  sameText: number;
  /** From one sender to one mailbox, each an answer, differing in numbers alone. */
  sameButNumbers: number;
  /** Automatic replies from one sender to one mailbox. */
  automatic: number;
  /** Automatic replies into one mailbox, whoever sends them. */
  automaticInMailbox: number;
}

export const usualLoopLimits: LoopLimits = {
  withinMinutes: 10,
  sameText: 10,
  sameButNumbers: 20,
  automatic: 10,
  automaticInMailbox: 200,
};

/** Begins every reason that the breaker gives. */
export const loopMark = 'Loop breaker:';

/** One mail as the breaker remembers it. */
export interface RecentMail {
  atMs: number;
  kind: MailKind;
  answers: boolean;
  likeness: Likeness | null;
}

/**
 * Why a mail looks like one turn of a loop, or null. Judges by what people never do: say the same over and over within
 * minutes. How many mails come, from one person or many, is never a reason by itself.
 * @param pair earlier mails from its sender to its mailbox within the window, the mail itself left out
 * @param automaticInMailbox earlier automatic replies into its mailbox within the window
 */
export function loopReason(
  mail: RecentMail,
  pair: readonly RecentMail[],
  automaticInMailbox: number,
  limits: LoopLimits,
): string | null {
  const within = `within ${limits.withinMinutes} minutes`;
  const { likeness } = mail;
  const same = likeness === null ? 0 : count(pair, (one) => one.likeness?.text === likeness.text);
  if (same >= limits.sameText) return `${loopMark} ${same + 1} mails of this sender say the same ${within}.`;
  const alike = likeness === null ? 0 : count(pair, (one) => one.answers && one.likeness?.pattern === likeness.pattern);
  if (mail.answers && alike >= limits.sameButNumbers) {
    return `${loopMark} ${alike + 1} answers of this sender differ in numbers alone ${within}.`;
  }
  if (!isAutomatic(mail.kind)) return null;
  const automatic = count(pair, (one) => isAutomatic(one.kind));
  if (automatic >= limits.automatic) return `${loopMark} ${automatic + 1} automatic replies of this sender ${within}.`;
  if (automaticInMailbox < limits.automaticInMailbox) return null;
  return `${loopMark} ${automaticInMailbox + 1} automatic replies into this mailbox ${within}.`;
}

/** Bounces come in hundreds when one letter goes to many, and nobody answers them, so they are no turn of a loop. */
export function isAutomatic(kind: MailKind): boolean {
  return kind === 'auto_reply';
}

function count(mails: readonly RecentMail[], test: (mail: RecentMail) => boolean): number {
  return mails.reduce((sum, mail) => sum + (test(mail) ? 1 : 0), 0);
}
