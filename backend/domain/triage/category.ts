import type { ShippedCategory } from '../vocabulary.ts';
import { shippedCategories } from '../vocabulary.ts';
import { categoryWords } from './category-words.ts';
import { wordsOf } from './words.ts';

/** What the subject says counts more than what the text says. */
const subjectFactor = 1.6;
/** A mail says what it is about at its beginning; later words count half. */
const opening = 120;
/** What `general` has before a word is read: it is the answer when nothing else speaks up. */
const generalStart = 1.5;
/** The same term said again counts less each time, and no more than so often. */
const repeats = [1, 0.5, 0.25];

/** How much the words of a mail speak for each category, in any of seven languages. */
export function categoryScores(input: { subject: string; text: string }): Map<ShippedCategory, number> {
  const scores = new Map<ShippedCategory, number>(shippedCategories.map((one) => [one, 0]));
  scores.set('general', generalStart);
  add(scores, wordsOf(input.subject), () => subjectFactor);
  add(scores, wordsOf(input.text), (at) => (at < opening ? 1 : 0.5));
  return scores;
}

function add(scores: Map<ShippedCategory, number>, words: string[], factor: (at: number) => number): void {
  const seen = new Map<string, number>();
  const counted = new Set<string>();
  const found = categoryWords.find(words).sort((a, b) => b.weight - a.weight || b.length - a.length);
  for (const { label, weight, at, length, term } of found) {
    const places = Array.from({ length }, (_, offset) => `${label} ${at + offset}`);
    if (places.some((place) => counted.has(place))) continue;
    for (const place of places) counted.add(place);
    const times = seen.get(term) ?? 0;
    seen.set(term, times + 1);
    scores.set(label, (scores.get(label) ?? 0) + weight * factor(at) * (repeats[times] ?? 0));
  }
}
