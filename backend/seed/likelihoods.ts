import type { CaseStatus, Priority } from '../domain/vocabulary.ts';
import type { Dice } from './dice.ts';

const dayMs = 86_400_000;

/** By age in days, how likely a case is to stand where. Old cases are mostly closed; some are always forgotten. */
const byAge: [number, Record<CaseStatus, number>][] = [
  [1, likely(50, 28, 9, 3, 2, 8, 0)],
  [3, likely(18, 30, 16, 5, 4, 22, 5)],
  [5, likely(8, 20, 14, 6, 4, 36, 12)],
  // What is resolved is closed after five days by the rules of the first day.
  [14, likely(4, 14, 12, 6, 3, 0, 61)],
  [Number.POSITIVE_INFINITY, likely(0.5, 2.5, 2, 1, 0.5, 0, 93.5)],
];

function likely(
  fresh: number,
  in_progress: number,
  awaiting_customer: number,
  awaiting_vendor: number,
  awaiting_approval: number,
  resolved: number,
  closed: number,
): Record<CaseStatus, number> {
  return { new: fresh, in_progress, awaiting_customer, awaiting_vendor, awaiting_approval, resolved, closed };
}

export function someStatus(dice: Dice, ageMs: number): CaseStatus {
  const weights = byAge.find(([days]) => ageMs < days * dayMs)?.[1] ?? likely(1, 0, 0, 0, 0, 0, 0);
  return dice.weighted(weights);
}

/** Statuses a case goes through after somebody took it up, up to and including `last`. */
export function statusesUntil(last: CaseStatus): CaseStatus[] {
  if (last === 'new' || last === 'in_progress') return [];
  return last === 'closed' ? ['resolved', 'closed'] : [last];
}

/** Minutes until somebody answers, on average; about a fifth of the answers come too late. */
export const answerMinutes: Record<Priority, number> = { critical: 18, urgent: 27, high: 36, medium: 150, low: 300 };

/**
 * How many messages each case has. With a sum, pairs of cases share what falls to them, so that the sum comes out exactly
 * and the cases still differ.
 */
export function messageCounts(dice: Dice, cases: number, sum: number | null): (index: number) => number {
  if (sum === null) return () => Number(dice.weighted({ 1: 52, 2: 27, 3: 13, 4: 8 }));
  const upTo = (index: number) => Math.floor((Math.min(index, cases) * sum) / cases);
  let first = 0;
  return (index) => {
    if (index % 2 === 1) return upTo(index + 1) - upTo(index - 1) - first;
    const both = upTo(index + 2) - upTo(index);
    const shared = index + 1 < cases && both > 2;
    first = shared ? 1 + dice.below(both - 1) : upTo(index + 1) - upTo(index);
    return first;
  };
}
