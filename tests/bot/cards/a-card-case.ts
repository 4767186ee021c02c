import type { Case } from '../../../backend/contracts/case.ts';
import type { SupportCase } from '../../../backend/domain/case/case.ts';
import type { Role } from '../../../backend/domain/vocabulary.ts';
import { presentCase } from '../../../backend/present/present-case.ts';
import { aCase } from '../../builders/case.ts';
import { FixedDirectory } from '../../fakes/fixed-directory.ts';

/** A case as cards are given it, read at `at` by somebody with `role`. */
export function aCardCase(
  fields: Partial<SupportCase> = {},
  { at = '2026-11-24T13:10:00.000Z', role = 'agent' }: { at?: string; role?: Role } = {},
): Case {
  const { nameOf } = new FixedDirectory();
  const value = aCase({ number: 'HC-1042', subject: 'Water is coming through the ceiling in flat 3B', ...fields });
  return presentCase({ value, etag: 'v1' }, { role, nowMs: Date.parse(at), agentName: nameOf });
}

export const analysed: Partial<SupportCase> = {
  priority: 'high',
  category: 'technical',
  summary: 'The import stays at 62 % and shows no error. 12,400 rows wait, go-live is tomorrow.',
  ai: { engine: 'local', confidence: 0.84, needsReview: false, reasons: ['go-live tomorrow, no workaround'] },
};
