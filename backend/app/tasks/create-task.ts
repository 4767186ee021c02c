import type { Actor } from '../../domain/access/actor.ts';
import type { SupportCase } from '../../domain/case/case.ts';
import { Failure } from '../../domain/failure.ts';
import { type Task, taskHome } from '../../domain/task/task.ts';
import type { Idempotency } from '../cases/case-use-cases.ts';
import { getCase } from '../cases/find-case.ts';
import { mustNotBeMerged } from '../cases/merged.ts';
import { mustBeInTree } from '../settings/known-category.ts';
import { checkTask } from './check-task.ts';
import type { TaskDeps } from './deps.ts';
import { noSuchTask, type TaskView, viewOf } from './find-task.ts';
import { askingFor, giveAway } from './give-away.ts';
import type { NewTask } from './task-use-cases.ts';

/**
 * Makes a task, for a case or by itself. With an idempotency key a repeat finds the same task.
 * @throws Failure `invalid` for an unknown owner or blocker, `conflict` for a merged case or another request with the
 *   key, `not-found` for an unknown case
 */
export async function createTask(
  deps: TaskDeps,
  actor: Actor,
  { case: ref, share = [], ...input }: NewTask,
  idempotency?: Idempotency,
): Promise<{ task: TaskView; created: boolean }> {
  const forCase = ref === null ? null : (await getCase(deps, ref)).value;
  if (forCase !== null) mustNotBeMerged(forCase);
  const key = idempotency && deps.ids.derived('task', actor.id, idempotency.key);
  if (input.category !== forCase?.category) await mustBeInTree(deps.settings, input.category);
  const fields = await checkTask(deps, actor, null, input, forCase);
  const asking = await askingFor(deps, actor, forCase, fields.ownerEmail, share);
  const task = newTask(key ?? deps.ids.caseId(), forCase, { ...input, ...fields }, deps.clock.now());
  const created = await deps.store.transact(taskHome(task), `task|${task.id}`, async (tx) => {
    if (idempotency !== undefined) {
      const receipt = await tx.receipt(task.id);
      if (receipt?.requestHash === idempotency.requestHash) return false;
      if (receipt) throw new Failure('conflict', 'This Idempotency-Key was used for another request.');
      tx.putReceipt(task.id, { requestHash: idempotency.requestHash, caseId: taskHome(task) });
    }
    await giveAway(
      deps,
      tx,
      { actor, at: deps.clock.now(), asking },
      { kind: 'task.created', was: undefined, is: task },
    );
    return true;
  });
  if (asking !== null) deps.wakeOutbox();
  const stored = await deps.store.task(task);
  if (stored === undefined) throw noSuchTask(task.id);
  return { task: viewOf(deps, stored), created };
}

export function newTask(
  id: string,
  forCase: Pick<SupportCase, 'id' | 'number' | 'category' | 'priority'> | null,
  input: Partial<Task> & Pick<Task, 'title'>,
  at: string,
): Task {
  return {
    id,
    caseId: forCase?.id ?? null,
    caseNumber: forCase?.number ?? null,
    title: input.title,
    description: input.description ?? '',
    status: input.status ?? 'new',
    priority: input.priority ?? forCase?.priority ?? 'medium',
    category: input.category ?? forCase?.category ?? 'general',
    owner: input.owner ?? null,
    ownerEmail: input.owner ? null : (input.ownerEmail ?? null),
    assignment: null,
    heard: null,
    dueAt: input.dueAt ?? null,
    checklist: input.checklist ?? [],
    blockedBy: input.blockedBy ?? [],
    template: input.template ?? null,
    createdAt: at,
    updatedAt: at,
    resolvedAt: null,
    closedAt: null,
  };
}
