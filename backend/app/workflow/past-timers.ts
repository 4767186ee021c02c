import type { SupportCase } from '../../domain/case/case.ts';
import { planTimers } from '../../domain/workflow/plan-timers.ts';
import type { RuleBook } from '../../domain/workflow/run-rules.ts';
import type { Receipt } from '../../ports/case-store.ts';
import { timerOccasion } from './run-timers.ts';

/**
 * What a case that comes with a past is to be written with, so that rules on time do not fire on what was due before it
 * was here.
 */
export function pastTimers(book: RuleBook, value: SupportCase, nowMs: number): Map<string, Receipt> {
  const past = planTimers(book, value).filter(({ atMs }) => atMs <= nowMs);
  return new Map(
    past.map(({ key }) => {
      const occasion = timerOccasion(key, value.id);
      return [occasion, { requestHash: occasion, caseId: value.id }];
    }),
  );
}
