import type { ShippedCategory } from '../vocabulary.ts';
import { categoryScores } from './category.ts';
import { complaintScore } from './complaint.ts';
import { type Mood, moodOf } from './mood.ts';
import { urgencySigns } from './priority.ts';
import type { UrgencySign } from './urgency-words.ts';

/** What the word lists hear in a mail. */
export interface Hearing {
  topics: Map<ShippedCategory, number>;
  mood: Mood;
  complaint: number;
  /** For every sign of urgency the first sentence that shows it. */
  urgency: Map<UrgencySign, string>;
}

export function hear(input: { subject: string; text: string }): Hearing {
  return {
    topics: categoryScores(input),
    mood: moodOf(input),
    complaint: complaintScore(input),
    urgency: urgencySigns(input),
  };
}

export type Signals = [name: string, strength: number][];

/** The same in strengths that a linear model can weigh beside a mail's own words. */
export function signalsOf({ topics, mood, complaint, urgency }: Hearing): Signals {
  return [
    ...[...topics].map(([category, score]): [string, number] => [category, 4 * portion(score, 12)]),
    ['good', 3 * portion(mood.score, 6)],
    ['bad', 3 * portion(-mood.score, 6)],
    ['angry', 3 * portion(mood.anger, 6)],
    ['complaint', 3 * portion(complaint, 6)],
    ...[...urgency.keys()].map((sign): [string, number] => [`urgency ${sign}`, 1]),
  ];
}

/** How much of the most that counts, from 0 to 1. */
export function portion(score: number, most: number): number {
  return Math.min(Math.max(score, 0), most) / most;
}
