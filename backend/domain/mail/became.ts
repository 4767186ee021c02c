import type { MailBecame, MailKind, MailOutcome } from '../vocabulary.ts';

/** A case that was opened, or a mail that is held back, says more than what kind of mail it was. */
export function becameOf(outcome: MailOutcome, kind: MailKind): MailBecame {
  if (outcome === 'parked' || outcome === 'opened') return outcome;
  return kind === 'human' ? outcome : kind;
}
