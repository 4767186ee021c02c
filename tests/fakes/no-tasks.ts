import { noSuchTask } from '../../backend/app/tasks/find-task.ts';
import type { TaskUseCases } from '../../backend/app/tasks/task-use-cases.ts';

async function missing(_actor: unknown, taskId: unknown): Promise<never> {
  throw noSuchTask(String(taskId));
}

/** A product without a single task. */
export const noTasks: TaskUseCases = {
  listTasks: async () => ({ items: [], total: 0 }),
  getTask: (taskId) => missing(null, taskId),
  createTask: (actor, { title }) => missing(actor, title),
  editTask: missing,
  deleteTask: missing,
  taskMessages: async () => [],
  tasksOfCase: async () => [],
  suggestTasks: async () => [],
  applyTemplates: async () => [],
  bulkTasks: async () => [],
};
