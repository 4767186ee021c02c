import type { Versioned } from '../../domain/case/case.ts';
import { Failure } from '../../domain/failure.ts';
import type { Task } from '../../domain/task/task.ts';
import type { TaskDeps } from './deps.ts';

/** A task as it stands, and whether it waits for others. */
export interface TaskView extends Versioned<Task> {
  blocked: boolean;
}

/**
 * The task with this id. Where it lies is asked of the index, and once more after reading what others have committed.
 * @throws Failure `not-found`
 */
export async function getTask(deps: Pick<TaskDeps, 'store' | 'tasks' | 'catchUp'>, taskId: string): Promise<TaskView> {
  if (deps.tasks.get(taskId) === undefined) await deps.catchUp();
  const known = deps.tasks.get(taskId);
  const found = known && (await deps.store.task(known.value));
  if (found === undefined) throw noSuchTask(taskId);
  return viewOf(deps, found);
}

export function viewOf({ tasks }: Pick<TaskDeps, 'tasks'>, { value, etag }: Versioned<Task>): TaskView {
  return { value, etag, blocked: tasks.blockers(value).length > 0 };
}

export function noSuchTask(taskId: string): Failure {
  return new Failure('not-found', `There is no task ${taskId.slice(0, 64)}.`);
}
