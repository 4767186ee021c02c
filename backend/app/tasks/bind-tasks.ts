import { isFailure } from '../../domain/failure.ts';
import { withFiles } from '../files/file-use-cases.ts';
import { applyTemplates, messagesOfTask, suggestTasks, tasksOfCase } from './case-tasks.ts';
import { deleteTask, editTask } from './change-task.ts';
import { createTask } from './create-task.ts';
import type { TaskDeps } from './deps.ts';
import { getTask, viewOf } from './find-task.ts';
import type { TaskOutcome, TaskUseCases } from './task-use-cases.ts';

/** @param settle resolves once every commit of this process shows in lists */
export function bindTasks(deps: TaskDeps, settle: () => Promise<void>): TaskUseCases {
  const settled = async <T>(change: Promise<T>): Promise<T> => {
    const value = await change;
    await settle();
    return value;
  };
  return {
    async listTasks(filter, sort, page) {
      const { items, ...rest } = deps.tasks.list(filter, sort, page);
      return { ...rest, items: items.map((item) => viewOf(deps, item)) };
    },
    getTask: (taskId) => getTask(deps, taskId),
    createTask: (actor, input, idempotency) => settled(createTask(deps, actor, input, idempotency)),
    editTask: (actor, taskId, edit, ifMatch) => settled(editTask(deps, actor, taskId, edit, ifMatch)),
    deleteTask: (actor, taskId, ifMatch) => settled(deleteTask(deps, actor, taskId, ifMatch)),
    taskMessages: async (taskId) => withFiles(deps, await messagesOfTask(deps, taskId)),
    tasksOfCase: (ref) => tasksOfCase(deps, ref),
    suggestTasks: (ref) => suggestTasks(deps, ref),
    applyTemplates: (actor, ref) => settled(applyTemplates(deps, actor, ref)),
    async bulkTasks(actor, ids, what) {
      const outcomes: TaskOutcome[] = [];
      // One after the other: what is done to one may unblock the next.
      for (const id of new Set(ids)) {
        try {
          const run = what.kind === 'delete' ? deleteTask(deps, actor, id) : editTask(deps, actor, id, what.edit);
          outcomes.push({ id, task: await settled(run) });
        } catch (error) {
          if (!isFailure(error)) throw error;
          outcomes.push({ id, error });
        }
      }
      return outcomes;
    },
  };
}
