import type { Actor } from '../../domain/access/actor.ts';
import { moveToStatus } from '../../domain/case/change.ts';
import { Failure } from '../../domain/failure.ts';
import type { VersionedCase } from './case-use-cases.ts';
import { changeCase } from './change-case.ts';
import type { CaseDeps } from './deps.ts';

/** Decided once: whoever comes second is told that nothing waits any more. */
export function decideApproval(
  deps: CaseDeps,
  actor: Actor,
  ref: string,
  { decision, reason }: { decision: 'approved' | 'rejected'; reason: string },
  ifMatch?: string,
): Promise<VersionedCase> {
  const why = reason.trim();
  if (decision === 'rejected' && why === '') throw new Failure('invalid', 'A refusal needs a reason.');
  const words = decision === 'approved' ? 'Approved' : 'Rejected';
  const sentence = why === '' ? `${words}.` : `${words}: ${why}`;
  return changeCase(deps, actor, ref, ifMatch, sentence, (before, at) => {
    if (before.status !== 'awaiting_approval') {
      throw new Failure('conflict', 'It waits for no approval any more.', { current: before });
    }
    return moveToStatus(before, 'in_progress', at);
  });
}
