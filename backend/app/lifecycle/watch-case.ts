import type { Actor } from '../../domain/access/actor.ts';
import { setWatching } from '../../domain/case/change.ts';
import { assigneeOf } from '../cases/assignee.ts';
import type { VersionedCase } from '../cases/case-use-cases.ts';
import { changeCase } from '../cases/change-case.ts';
import type { CaseDeps } from '../cases/deps.ts';

/**
 * Lets somebody hear of a case, or no longer. @param agent an agent's id or `me`
 * @throws Failure `invalid` for somebody who does not work here, `stale`, `not-found`, `conflict`
 */
export async function watchCase(
  deps: CaseDeps,
  actor: Actor,
  ref: string,
  { agent, watching }: { agent: string; watching: boolean },
  ifMatch?: string,
): Promise<VersionedCase> {
  const id = await assigneeOf(deps, actor, agent);
  return changeCase(deps, actor, ref, ifMatch, null, (before, at) =>
    setWatching(before, id === null ? [] : [id], watching, at),
  );
}
