import type { Actor } from '../../domain/access/actor.ts';
import { isFailure } from '../../domain/failure.ts';
import type { Operation, OperationWork } from '../../ports/operations.ts';
import type { LifecycleDeps } from './deps.ts';
import { carryOutLink } from './link-steps.ts';
import { carryOutMerge, carryOutUnmerge } from './merge-steps.ts';
import { carryOutMove } from './move-steps.ts';

/** An operation whose process may still be at work on it is left alone for so long. */
const restMs = 15_000;

/**
 * Carries out a change to several cases. It is on record before the first step, so that a crash only delays it. What was
 * carried out by the same id does nothing.
 * @returns the id that the cases' history knows it by
 * @throws Failure `conflict` when the cases no longer allow it; then nothing has changed
 */
export async function carryOut(
  deps: LifecycleDeps,
  actor: Actor,
  work: OperationWork,
  opId = deps.ids.caseId(),
): Promise<string> {
  const operation: Operation = { opId, actor, begunAt: deps.clock.now(), work };
  await deps.operations.begin(operation);
  await finish(deps, operation);
  return operation.opId;
}

/** Finishes what a crash has left. Safe while others do the same. Answers how many there were. */
export async function finishOperations(deps: LifecycleDeps): Promise<number> {
  const now = deps.clock.nowMs();
  const left = (await deps.operations.unfinished()).filter((one) => Date.parse(one.begunAt) + restMs <= now);
  for (const operation of left) {
    try {
      await finish(deps, operation);
    } catch (error) {
      if (!isFailure(error)) throw error;
      deps.log.warn('an operation was not carried out', { opId: operation.opId, code: error.code });
    }
  }
  return left.length;
}

async function finish(deps: LifecycleDeps, operation: Operation): Promise<void> {
  try {
    await steps(deps, operation);
  } catch (error) {
    // What the cases refuse will not come about; anything else may, so it stays on record.
    if (isFailure(error, 'conflict') || isFailure(error, 'not-found')) await deps.operations.end(operation.opId);
    throw error;
  }
  await deps.operations.end(operation.opId);
}

function steps(deps: LifecycleDeps, { work, ...step }: Operation): Promise<void> {
  switch (work.kind) {
    case 'merge':
      return carryOutMerge(deps, { ...step, ...work });
    case 'unmerge':
      return carryOutUnmerge(deps, { ...step, ...work });
    case 'move':
      return carryOutMove(deps, { ...step, ...work });
    case 'link':
    case 'unlink':
      return carryOutLink(deps, { ...step, ...work });
  }
}
