import type { Satisfaction, SupportCase } from '../case/case.ts';
import type { Instant } from '../mail/mail.ts';
import { erasedDomain } from '../privacy/retention.ts';
import { type Rating, ratings } from '../vocabulary.ts';

/** From this rating on a customer counts as satisfied. */
export const satisfiedFrom: Rating = 4;

export function isRating(value: unknown): value is Rating {
  return ratings.some((one) => one === value);
}

type Ended = Pick<SupportCase, 'resolvedAt' | 'closedAt'>;

/** When the case came to its present end: resolved, or closed without that. Null while it goes on. */
export function endingOf({ resolvedAt, closedAt }: Ended): Instant | null {
  return resolvedAt ?? closedAt;
}

export function withAsked(before: Satisfaction | null, ending: Instant, at: Instant): Satisfaction {
  if (before !== null && before.asked.ending >= ending) return before;
  return { asked: { ending, at }, answer: before?.answer ?? null };
}

/** Why an answer about an ending cannot be taken; null when it can. */
export function refusalOf(
  { satisfaction, customer }: Pick<SupportCase, 'satisfaction' | 'customer'>,
  ending: Instant,
): 'answered' | 'over' | null {
  if (satisfaction?.answer?.ending === ending) return 'answered';
  const askedAnew = satisfaction !== null && satisfaction.asked.ending > ending;
  return askedAnew || customer.email.endsWith(erasedDomain) ? 'over' : null;
}

/** The answer of a customer. Somebody may answer before it was noted that their mail has left. */
export function withAnswer(before: Satisfaction | null, ending: Instant, rating: Rating, at: Instant): Satisfaction {
  return { asked: withAsked(before, ending, at).asked, answer: { ending, at, rating } };
}
