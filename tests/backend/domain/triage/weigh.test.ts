import assert from 'node:assert/strict';
import { weighMood } from '../../../../backend/domain/triage/weigh-mood.ts';
import { weighPriority } from '../../../../backend/domain/triage/weigh-priority.ts';
import type { Priority, ShippedCategory } from '../../../../backend/domain/vocabulary.ts';

describe('The mood, weighed', () => {
  const even = { negative: 0.33, neutral: 0.34, positive: 0.33 };

  it('follows the word lists where the model is in doubt, and the model where it is sure', () => {
    assert.equal(weighMood(even, 6, 0), 'positive');
    assert.equal(weighMood(even, 0, 6), 'negative');
    assert.equal(weighMood(even, 0, 0), 'neutral');
    assert.equal(weighMood({ negative: 0.97, neutral: 0.02, positive: 0.01 }, 3, 0), 'negative');
  });

  it('takes good and bad that cancel out for neutral', () => {
    assert.equal(weighMood({ negative: 0.4, neutral: 0.3, positive: 0.3 }, 5, 5), 'neutral');
  });
});

describe('The priority, weighed', () => {
  const weigh = (category: ShippedCategory, high: number, low: number, signs: [string, string][] = []) =>
    weighPriority(new Map(signs) as never, category, { high, medium: 1 - high - low, low }, () => 'the words');
  const cases: [string, ShippedCategory, number, number, Priority][] = [
    ['lifts a fault that reads like harm', 'technical', 0.4, 0.2, 'high'],
    ['lifts a question by two levels where it is sure', 'general', 0.7, 0.1, 'high'],
    ['lifts a question by one level where it leans to harm', 'general', 0.4, 0.4, 'medium'],
    ['leaves a fault alone that reads like any', 'technical', 0.1, 0.3, 'medium'],
    ['lowers what is sure to press nobody', 'billing', 0.05, 0.8, 'low'],
    ['never makes a wish press', 'feature_request', 0.9, 0.05, 'medium'],
  ];
  for (const [what, category, high, low, wanted] of cases) {
    it(what, () => assert.equal(weigh(category, high, low).priority, wanted));
  }

  it('quotes what it rests on, and never lowers what rules call urgent', () => {
    assert.match(weigh('technical', 0.5, 0.1).reasons.join(' '), /“the words”/);
    const urgent = weigh('technical', 0, 0.9, [['hazard', 'no heating']]);
    assert.equal(urgent.priority, 'urgent');
    assert.match(urgent.reasons[0] ?? '', /no heating/);
  });
});
