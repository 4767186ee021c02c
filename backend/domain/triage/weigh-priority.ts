import type { Priority, ShippedCategory } from '../vocabulary.ts';
import { guessPriority, type PriorityGuess } from './priority.ts';
import type { UrgencySign } from './urgency-words.ts';

/** The learned view of how pressing a mail is: chances of `high` or above, `medium` and `low`. */
export interface Pressing {
  high: number;
  medium: number;
  low: number;
}

/** Of three answers, more than a third speaks for pressing: overlooking harm costs more than looking twice. */
const pressingFrom = 0.34;
const surelyPressing = 0.55;
const surelyLow = 0.6;

/**
 * The rules' priority, moved by one level where the learned view is sure of another. Rules name danger and deadlines; the
 * learned view knows harm in words that no list holds. What rules call critical or urgent stays so. `quote` gives the
 * sentence that weighed most.
 */
export function weighPriority(
  signs: Map<UrgencySign, string>,
  category: ShippedCategory,
  pressing: Pressing,
  quote: () => string,
): PriorityGuess {
  const ruled = guessPriority(signs, category);
  if (ruled.priority === 'critical' || ruled.priority === 'urgent' || signs.has('calm')) return ruled;
  const raised = (priority: Priority): PriorityGuess => ({
    priority,
    reasons: [...(signs.size === 0 ? [] : ruled.reasons), `Worded like matters that press: “${quote()}”`],
  });
  if (category !== 'feature_request') {
    if (ruled.priority === 'medium' && pressing.high > pressingFrom) return raised('high');
    if (ruled.priority === 'low' && pressing.high > surelyPressing) return raised('high');
  }
  if (ruled.priority === 'low' && pressing.high > pressingFrom) return raised('medium');
  if (ruled.priority === 'low' && pressing.low < 0.3 && category !== 'feature_request') {
    return { priority: 'medium', reasons: ['A matter to settle, without a sign of urgency.'] };
  }
  if (ruled.priority === 'medium' && signs.size === 0 && pressing.low > surelyLow) {
    return { priority: 'low', reasons: ['A question or wish without a sign of urgency.'] };
  }
  return ruled;
}
