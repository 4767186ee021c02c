import { dropMerge, expectMerge, giveBack, pointTo, settleMerge, standAgain } from '../../domain/case/merge.ts';
import { isFailure } from '../../domain/failure.ts';
import type { OperationWork } from '../../ports/operations.ts';
import { mustFind } from '../cases/find-case.ts';
import type { LifecycleDeps } from './deps.ts';
import { countRoot, type Step, shownOn, step, toldStep } from './step.ts';

type Merge = Step & Extract<OperationWork, { kind: 'merge' }>;
type Unmerge = Step & Extract<OperationWork, { kind: 'unmerge' }>;

/** @throws Failure `conflict` when one of the cases was merged meanwhile; then nothing has changed */
export async function carryOutMerge(deps: LifecycleDeps, merge: Merge): Promise<void> {
  const { opId, source, target } = merge;
  const { value: from } = await mustFind(deps, source);
  const { value: into } = await mustFind(deps, target);
  const settledKey = deps.ids.derived('operation', opId, 'settle');
  await step(deps, merge, target, 'expect', async (before, _at, tx) => {
    const known = before.merged.some((one) => one.opId === opId) || (await tx.receipt(settledKey)) !== undefined;
    return known ? undefined : { value: expectMerge(before, from, opId) };
  });
  await pointOrDrop(deps, merge, into.number);
  await toldStep(deps, merge, target, 'settle', async (before, at, tx) => {
    const { value: merged } = await mustFind(deps, source);
    const changed = settleMerge(before, merged, opId, await shownOn(deps, tx, before), at);
    return { changed, kind: 'case.merged', reason: `${from.number} was merged into this case.` };
  });
}

async function pointOrDrop(deps: LifecycleDeps, merge: Merge, targetNumber: string): Promise<void> {
  const { opId, source, target } = merge;
  try {
    await toldStep(deps, merge, source, 'point', async (before, at) => {
      const changed = pointTo(before, { id: target, number: targetNumber }, opId, at);
      return { changed, kind: 'case.merged', reason: `Merged into ${targetNumber}.` };
    });
  } catch (error) {
    if (!isFailure(error, 'conflict')) throw error;
    await step(deps, merge, target, 'drop', async (before) => {
      return before.merged.some((one) => one.opId === opId) ? { value: dropMerge(before, opId) } : undefined;
    });
    throw error;
  }
}

export async function carryOutUnmerge(deps: LifecycleDeps, unmerge: Unmerge): Promise<void> {
  const { source, target, mergeOpId } = unmerge;
  const { value: from } = await mustFind(deps, source);
  const { value: into } = await mustFind(deps, target);
  await toldStep(deps, unmerge, source, 'stand', async (before, at, tx) => {
    const merged = before.beforeMerge?.opId === mergeOpId;
    const after = { ...before, mergedInto: null };
    const changed = merged ? standAgain(before, await shownOn(deps, tx, after), at) : { value: before, changes: [] };
    return { changed, kind: 'case.unmerged', reason: `No longer merged into ${into.number}.` };
  });
  await toldStep(deps, unmerge, target, 'give-back', async (before, at, tx) => {
    const without = { ...before, merged: before.merged.filter((one) => one.opId !== mergeOpId) };
    const changed = giveBack(before, mergeOpId, await shownOn(deps, tx, without), at);
    return { changed, kind: 'case.unmerged', reason: `${from.number} is a case of its own again.` };
  });
  await countRoot(deps, unmerge, target);
}
