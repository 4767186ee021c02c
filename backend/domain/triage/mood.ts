import type { Sentiment } from '../vocabulary.ts';
import { courtesies, intensifiers, moodWords, negations, turns } from './mood-words.ts';
import { wordsOf } from './words.ts';

/** The writer's mood in the product's word, with the sums behind it. */
export interface Mood {
  sentiment: Sentiment;
  /** Sum of what was found: above 0 good, below 0 bad. */
  score: number;
  /** How strongly the writer is angry, 0 when not at all. */
  anger: number;
}

const reach = 3;

/** The writer's mood by words with negation ("not happy"), intensifiers and the turn after "but". */
export function moodOf(input: { subject: string; text: string }): Mood {
  const words = wordsOf(`${input.subject} . ${input.text}`);
  const lastTurn = words.findLastIndex((word) => turns.has(word));
  const polite = new Set(
    courtesies.find(words).flatMap(({ at, length }) => Array.from({ length }, (_, offset) => at + offset)),
  );
  let score = 0;
  let anger = 0;
  const counted = new Set<number>();
  for (const { label, weight, at, length } of moodWords
    .find(words)
    .sort((a, b) => b.length - a.length || b.weight - a.weight)) {
    if (counted.has(at) || polite.has(at)) continue;
    for (let offset = 0; offset < length; offset += 1) counted.add(at + offset);
    const sign = label === 'good' ? 1 : -1;
    const strength = weight * (intensified(words, at) ? 1.4 : 1) * (lastTurn > 0 && at < lastTurn ? 0.6 : 1);
    const turned = negated(words, at);
    score += turned ? -0.7 * sign * strength : sign * strength;
    if (label === 'angry' && !turned) anger += strength;
  }
  if (shouts(input.text) && score < 0) anger += 2;
  return { sentiment: named(score, anger), score, anger };
}

function named(score: number, anger: number): Sentiment {
  if (anger >= 3 && score < 0) return 'frustrated';
  if (score <= -1.4) return 'negative';
  return score >= 1.6 ? 'positive' : 'neutral';
}

function negated(words: string[], at: number): boolean {
  return words.slice(Math.max(0, at - reach), at).some((word) => negations.has(word));
}

function intensified(words: string[], at: number): boolean {
  return intensifiers.has(words[at - 1] ?? '');
}

/** Whole words in capitals, or rows of exclamation marks. */
function shouts(text: string): boolean {
  const start = text.slice(0, 3000);
  const loud = start.match(/\b\p{Lu}{4,}\b/gu)?.length ?? 0;
  return /!{3,}|(?:!\s?\?){2,}/.test(start) || loud >= 4;
}
