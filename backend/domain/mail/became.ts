import type { MailKind, MailOutcome } from '../vocabulary.ts';

/** What became of a mail in one word. The words exclude one another, so counts of them add up to all mails. */
export const mailBecame = [
  'opened',
  'joined',
  'auto_reply',
  'bulk',
  'bounce',
  'feedback_report',
  'own_message',
  'kept_apart',
  'parked',
] as const;
export type MailBecame = (typeof mailBecame)[number];

export function becameOf(outcome: MailOutcome, kind: MailKind): MailBecame {
  if (outcome === 'parked' || outcome === 'opened') return outcome;
  return kind === 'human' ? outcome : kind;
}
