import type { Actor } from '../../domain/access/actor.ts';
import { Failure } from '../../domain/failure.ts';
import { editTask as edited } from '../../domain/task/change.ts';
import { type Task, taskHome } from '../../domain/task/task.ts';
import { getCase } from '../cases/find-case.ts';
import { mustBeInTree } from '../settings/known-category.ts';
import type { Asking } from './ask-contractor.ts';
import { checkTask, waitsForItself } from './check-task.ts';
import type { TaskDeps } from './deps.ts';
import { getTask, noSuchTask, type TaskView, viewOf } from './find-task.ts';
import { askingFor, giveAway } from './give-away.ts';
import type { TaskChange } from './task-use-cases.ts';
import { countUpwards, type TaskWrite } from './write-task.ts';

/** @throws Failure `stale` with the present task, `conflict` for a status that may not follow, `invalid`, `not-found` */
export async function editTask(
  deps: TaskDeps,
  actor: Actor,
  taskId: string,
  { share = [], ...edit }: TaskChange,
  ifMatch?: string,
): Promise<TaskView> {
  const { value: known } = await getTask(deps, taskId);
  const forCase = known.caseId === null ? null : (await getCase(deps, known.caseId)).value;
  if (edit.category !== known.category) await mustBeInTree(deps.settings, edit.category);
  const fields = await checkTask(deps, actor, taskId, edit, forCase);
  const asking = await askingFor(deps, actor, forCase, fields.ownerEmail, share);
  await change(deps, { actor, asking }, known, ifMatch, (was, at) => {
    const blockers = deps.tasks.blockers({ blockedBy: fields.blockedBy ?? was.blockedBy }).map((task) => task.title);
    const { value, changes } = edited(was, fields, blockers, at);
    return changes.length === 0 ? undefined : { kind: 'task.changed', was, is: value, changes };
  });
  if (fields.blockedBy !== undefined) await breakCircle(deps, actor, known);
  const stored = await deps.store.task(known);
  if (stored === undefined) throw noSuchTask(taskId);
  return viewOf(deps, stored);
}

/**
 * Two tasks may be made to wait for each other in the same moment, each being right when it was checked. Whoever finds
 * that afterwards takes its own part back. @throws Failure `conflict` when it did
 */
async function breakCircle(deps: TaskDeps, actor: Actor, { id, caseId, blockedBy }: Task): Promise<void> {
  await deps.catchUp();
  if (!waitsForItself(deps.tasks, id)) return;
  await change(deps, { actor, asking: null }, { id, caseId }, undefined, (was, at) => {
    const changes = [{ field: 'blockedBy', from: was.blockedBy, to: blockedBy }];
    return { kind: 'task.changed', was, is: { ...was, blockedBy, updatedAt: at }, changes };
  });
  throw new Failure('conflict', 'Somebody made one of those tasks wait for this one meanwhile.');
}

/** @throws Failure `stale` with the present task, `not-found` */
export async function deleteTask(deps: TaskDeps, actor: Actor, taskId: string, ifMatch?: string): Promise<TaskView> {
  const known = await getTask(deps, taskId);
  await change(deps, { actor, asking: null }, known.value, ifMatch, (was) => {
    return { kind: 'task.deleted', was, is: undefined, changes: [] };
  });
  return known;
}

async function change(
  deps: TaskDeps,
  { actor, asking }: { actor: Actor; asking: Asking | null },
  name: Pick<Task, 'id' | 'caseId'>,
  ifMatch: string | undefined,
  story: (was: Task, at: string) => TaskWrite | undefined,
): Promise<void> {
  await deps.store.transact(taskHome(name), `task-change|${deps.ids.secret()}`, async (tx) => {
    const found = await tx.task(name);
    if (found === undefined) throw noSuchTask(name.id);
    if (ifMatch !== undefined && ifMatch !== found.etag) {
      throw new Failure('stale', 'Somebody changed the task meanwhile.', { current: found });
    }
    const at = deps.clock.now();
    const write = story(found.value, at);
    if (write !== undefined) await giveAway(deps, tx, { actor, at, asking }, write);
  });
  if (asking !== null) deps.wakeOutbox();
  await countUpwards(deps, actor, name.caseId);
}
