import type { SeedArguments } from './arguments.ts';
import { mailOf180Days } from './calendar.ts';
import { createDice } from './dice.ts';
import { messageCounts } from './likelihoods.ts';
import type { CasePlan } from './made-up-case.ts';

/** When each case came, the oldest first, and how many messages it has. Must be asked for all of them in order. */
export function casePlans({ cases, mails }: SeedArguments, nowMs: number): (index: number) => Omit<CasePlan, 'number'> {
  const createdAt = mailOf180Days(nowMs);
  const messagesOf = messageCounts(createDice(cases), cases, mails);
  return (index) => ({ createdMs: createdAt((index + 0.5) / cases), messages: messagesOf(index) });
}
