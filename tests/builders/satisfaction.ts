import type { SupportCase } from '../../backend/domain/case/case.ts';
import { ratings } from '../../backend/domain/vocabulary.ts';
import type { Dice } from '../../backend/seed/dice.ts';

/** A customer who was asked, and who may have answered: this survey, or an earlier one. */
export function aSatisfaction(dice: Dice, askedAt: string, ratedAt: string): SupportCase['satisfaction'] {
  const rating = ratings[dice.below(ratings.length)] ?? 3;
  const answer = dice.chance(0.5) ? { ending: ratedAt, at: ratedAt, rating } : null;
  return { asked: { ending: askedAt, at: askedAt }, answer };
}
