import type { Priority, ShippedCategory } from '../vocabulary.ts';
import { priorities } from '../vocabulary.ts';
import { negations } from './mood-words.ts';
import { notNow, type UrgencySign, urgencyWords } from './urgency-words.ts';
import { sentencesOf, wordsOf } from './words.ts';

/** A priority and why. */
export interface PriorityGuess {
  priority: Priority;
  /** Each a fact with a quotation from the mail. */
  reasons: string[];
}

/** Where a category begins when nothing in the mail presses. */
const startingAt: Record<ShippedCategory, Priority> = {
  technical: 'medium',
  billing: 'medium',
  account: 'medium',
  feature_request: 'low',
  general: 'low',
};

/** Impact: what a sign alone makes of a mail. */
const impacts: [UrgencySign, Priority, string][] = [
  ['danger', 'critical', 'Danger to people, property or data'],
  ['wide', 'critical', 'Many people cannot work'],
  ['hazard', 'urgent', 'A home or office cannot be used safely'],
  ['fraud', 'urgent', 'Money or an account is used by somebody else'],
  ['blocked', 'high', 'Somebody cannot go on'],
];

/** Urgency: one level up, and never beyond the level named. Asking loudly is worth little, a date more. */
const urgencies: [UrgencySign, Priority, string][] = [
  ['deadline', 'urgent', 'There is a date'],
  ['again', 'high', 'They have asked before'],
  ['asap', 'high', 'They ask for speed'],
];

const mostSentences = 60;

/** Priority by impact and urgency, with the sentences that led to it. Capitals and exclamation marks count for nothing. */
export function guessPriority(signs: Map<UrgencySign, string>, category: ShippedCategory): PriorityGuess {
  const reasons: string[] = [];
  const cite = (sign: UrgencySign, fact: string) => reasons.push(`${fact}: “${signs.get(sign) ?? ''}”`);
  let level = rank(startingAt[category]);
  for (const [sign, priority, fact] of impacts) {
    if (!signs.has(sign) || category === 'feature_request') continue;
    cite(sign, fact);
    level = Math.min(level, rank(priority));
  }
  const danger = signs.has('danger') || signs.has('wide');
  if (signs.has('calm') && !danger) {
    cite('calm', 'They are in no hurry');
    return { priority: at(level + 1), reasons };
  }
  for (const [sign, most, fact] of urgencies) {
    if (!signs.has(sign) || level <= rank(most)) continue;
    if (sign === 'deadline' && reasons.length === 0 && category === 'general' && !signs.has('asap')) continue;
    cite(sign, fact);
    level = Math.max(level - 1, rank(most));
  }
  if (category === 'feature_request') level = Math.max(level, rank('medium'));
  if (reasons.length === 0) reasons.push(plainReasons[category]);
  return { priority: at(level), reasons: reasons.slice(0, 4) };
}

const plainReasons: Record<ShippedCategory, string> = {
  technical: 'A fault without a sign of wider harm.',
  billing: 'A matter of money without a sign of urgency.',
  account: 'A matter of an account without a sign of urgency.',
  feature_request: 'A wish for the product.',
  general: 'A general question.',
};

/** For every sign of urgency the first sentence that shows it. */
export function urgencySigns(input: { subject: string; text: string }): Map<UrgencySign, string> {
  return signsIn([input.subject, ...sentencesOf(input.text).slice(0, mostSentences)]);
}

function signsIn(sentences: string[]): Map<UrgencySign, string> {
  const signs = new Map<UrgencySign, string>();
  for (const sentence of sentences) {
    const words = wordsOf(sentence);
    const now = notNow.find(words).length === 0;
    for (const { label, at: index, length } of urgencyWords.find(words)) {
      if (signs.has(label) || (!now && label !== 'calm')) continue;
      const mayBeNegated = length < 2 || label === 'danger' || label === 'asap' || label === 'fraud';
      if (mayBeNegated && label !== 'calm' && isNegated(words, index)) continue;
      signs.set(label, quoted(sentence));
    }
  }
  return signs;
}

function isNegated(words: string[], index: number): boolean {
  return words.slice(Math.max(0, index - 3), index).some((word) => negations.has(word));
}

function quoted(sentence: string): string {
  const text = sentence.replace(/\s+/g, ' ').trim();
  return text.length <= 120 ? text : `${text.slice(0, 119).trimEnd()}…`;
}

function rank(priority: Priority): number {
  return priorities.indexOf(priority);
}

function at(level: number): Priority {
  return priorities[Math.min(Math.max(level, 0), priorities.length - 1)] ?? 'medium';
}
