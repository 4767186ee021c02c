import type { SupportCase } from '../../backend/domain/case/case.ts';
import { BusinessTime } from '../../backend/domain/sla/business-time.ts';
import { roundTheClock } from '../../backend/domain/sla/calendar.ts';
import { clockCase } from '../../backend/domain/sla/clock-case.ts';
import { standardPolicy } from '../../backend/domain/sla/policy.ts';
import { aCase } from './case.ts';

const settings = { policies: [standardPolicy], basis: 'test', timeOf: () => new BusinessTime(roundTheClock) };

/** A case whose clocks run by the policy of a new deployment. */
export function aClockedCase(fields: Partial<SupportCase> = {}): SupportCase {
  return clocked(aCase(fields), undefined);
}

/** The case after a change, with its clocks worked out anew. */
export function clocked(after: SupportCase, before: SupportCase | undefined): SupportCase {
  return clockCase({ before, after, entries: [], messages: [], removed: [] }, settings).value;
}
