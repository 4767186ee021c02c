import type { Actor } from '../../domain/access/actor.ts';
import { isCurrent } from '../../domain/case/change.ts';
import { Failure } from '../../domain/failure.ts';
import type { VersionedCase } from '../cases/case-use-cases.ts';
import { getCase, mustFind } from '../cases/find-case.ts';
import { mustNotBeMerged } from '../cases/merged.ts';
import { carryOut } from './carry-out.ts';
import type { LifecycleDeps } from './deps.ts';
import { rootOf } from './step.ts';

/**
 * Merges a case into another. Its messages show on the other one from then on, and later mail follows. Merging the same
 * two again changes nothing, nor does a second merge called `once`.
 * @returns the merged case
 * @throws Failure `conflict` for a case with itself, in a circle, or when either was merged into another; `stale`
 */
export async function mergeCase(
  deps: LifecycleDeps,
  actor: Actor,
  ref: string,
  into: string,
  ifMatch?: string,
  once?: string,
): Promise<VersionedCase> {
  const source = await getCase(deps, ref);
  const target = await getCase(deps, into);
  if (source.value.id === target.value.id) throw new Failure('conflict', 'A case cannot be merged into itself.');
  if (source.value.mergedInto === target.value.id) return source;
  mustNotBeMerged(source.value);
  mustStillBe(source, ifMatch);
  if ((await rootOf(deps, target.value.id)).id === source.value.id) {
    throw new Failure(
      'conflict',
      `${target.value.number} is merged into ${source.value.number}, so this would be a circle.`,
    );
  }
  mustNotBeMerged(target.value);
  await carryOut(deps, actor, { kind: 'merge', source: source.value.id, target: target.value.id }, once);
  return mustFind(deps, source.value.id);
}

/**
 * Takes a merge back: the merged case stands exactly as before, and the other one loses what the merge brought. What
 * happened on the other one since stays there. Naming the other one takes its latest merge back.
 * @returns the case that is one of its own again
 * @throws Failure `conflict` when there is nothing to un-merge, `stale`
 */
export async function unmergeCase(
  deps: LifecycleDeps,
  actor: Actor,
  ref: string,
  ifMatch?: string,
): Promise<VersionedCase> {
  const named = await getCase(deps, ref);
  mustStillBe(named, ifMatch);
  const latest = named.value.merged.filter((one) => one.settled).at(-1);
  const { value } = named.value.mergedInto === null && latest ? await mustFind(deps, latest.caseId) : named;
  if (value.mergedInto === null || value.beforeMerge === null) {
    throw new Failure('conflict', `${value.number} was not merged.`);
  }
  const { opId } = value.beforeMerge;
  await carryOut(deps, actor, { kind: 'unmerge', source: value.id, target: value.mergedInto, mergeOpId: opId });
  return mustFind(deps, value.id);
}

/** @throws Failure `stale` with the present case */
export function mustStillBe(found: VersionedCase, ifMatch: string | undefined): void {
  if (ifMatch === undefined || isCurrent(found.value, found.etag, ifMatch)) return;
  throw new Failure('stale', 'Somebody changed the case meanwhile.', { current: found });
}
