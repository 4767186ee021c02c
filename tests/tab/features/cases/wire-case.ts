import type { Case } from '../../../../backend/contracts/case.ts';
import { plant, present, type Seed } from '../../../ui/fake-cases.ts';

/** Half past two in the afternoon, where the test runs. */
export const afternoon = new Date(2026, 10, 24, 14, 32).getTime();

const usual: Seed = {
  subject: 'Lift stuck',
  customer: 'Ingrid Solberg',
  priority: 'high',
  status: 'in_progress',
  assignee: 'jonas',
  ageMinutes: 30,
};

/** A case as the server would answer it in the afternoon. */
export function aWireCase(fields: Partial<Seed> = {}, index = 0, changed: Partial<Case> = {}): Case {
  return { ...present(plant({ ...usual, ...fields }, index, afternoon), 'agent', afternoon), ...changed };
}
