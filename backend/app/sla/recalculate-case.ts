import { system } from '../../domain/access/actor.ts';
import { quietly } from '../../domain/case/change.ts';
import { clockCase } from '../../domain/sla/clock-case.ts';
import { endedStatuses } from '../../domain/vocabulary.ts';
import type { TellDeps } from './tell-level.ts';

/**
 * Brings the clocks of an open case to the settings in force, from its events. Writes nothing where they come out as they
 * were. The store works them out with the commit; what is worked out here only decides whether there is one.
 */
export async function recalculateCase(deps: TellDeps, caseId: string): Promise<void> {
  const terms = deps.terms();
  await deps.store.transact(caseId, `sla|${caseId}|settings|${terms.basis}`, async (tx) => {
    const found = await tx.case(caseId);
    if (found === undefined || endedStatuses.includes(found.value.status)) return;
    const at = deps.clock.now();
    const entries = [{ at, changes: [] }];
    const { value, terms: promised } = clockCase(
      { before: found.value, after: found.value, entries, messages: [], removed: [] },
      terms,
    );
    const same = JSON.stringify(value.sla?.clocks) === JSON.stringify(found.value.sla?.clocks);
    if (promised === null && same) return;
    tx.putCase(quietly(found));
    tx.record({
      kind: 'sla.recalculated',
      caseId,
      at,
      actor: system,
      changes: [],
      messageId: null,
      mail: null,
      reason: 'Service level settings changed.',
    });
  });
}
