import type { Actor } from '../../domain/access/actor.ts';
import type { CaseMessage } from '../../domain/case/case.ts';
import type { TaskEdit } from '../../domain/task/change.ts';
import type { TaskFilter, TaskSort } from '../../ports/task-index.ts';
import type { Idempotency } from '../cases/case-use-cases.ts';
import type { TaskView } from './find-task.ts';

/** What somebody changes on a task. */
export interface TaskChange extends TaskEdit {
  /** Mails of the case that are passed on to somebody outside who is given the task. */
  share?: string[];
}

export interface NewTask extends TaskChange {
  title: string;
  /** Id or number of the case it is for, or null. */
  case: string | null;
}

/** What is done to each of many tasks. */
export type TaskBulk = { kind: 'edit'; edit: TaskChange } | { kind: 'delete' };

export interface TaskOutcome {
  id: string;
  /** The task as it stands now; absent when it was refused. */
  task?: TaskView;
  /** Why it was refused. */
  error?: unknown;
}

/** Working on tasks. `owner` is an agent id or `me`. */
export interface TaskUseCases {
  listTasks(
    filter: TaskFilter,
    sort: TaskSort,
    page: { limit: number; after?: string },
  ): Promise<{ items: TaskView[]; total: number; next?: string }>;
  getTask(taskId: string): Promise<TaskView>;
  createTask(actor: Actor, input: NewTask, idempotency?: Idempotency): Promise<{ task: TaskView; created: boolean }>;
  /** @throws Failure `stale` with the present task when `ifMatch` is not its version; `conflict`, `invalid` */
  editTask(actor: Actor, taskId: string, edit: TaskChange, ifMatch?: string): Promise<TaskView>;
  /** Answers what it was. */
  deleteTask(actor: Actor, taskId: string, ifMatch?: string): Promise<TaskView>;
  /** What passed between us and whoever outside does it, oldest first. */
  taskMessages(taskId: string): Promise<CaseMessage[]>;
  /** Of the case and of those merged into it, those due first in front. */
  tasksOfCase(ref: string): Promise<TaskView[]>;
  /** What the analyst read out of the mail and is no task of the case yet. */
  suggestTasks(ref: string): Promise<{ title: string; because: string }[]>;
  /** Makes the tasks that the case's category has templates for and that it does not have yet. */
  applyTemplates(actor: Actor, ref: string): Promise<TaskView[]>;
  bulkTasks(actor: Actor, ids: string[], what: TaskBulk): Promise<TaskOutcome[]>;
}
