import type { App } from '../../app/app.ts';
import type { TaskBulk, TaskOutcome } from '../../app/tasks/task-use-cases.ts';
import type { BulkTaskResults, BulkTasks, Task } from '../../contracts/task.ts';
import { Failure, isFailure } from '../../domain/failure.ts';
import type { Viewer } from '../../present/present-case.ts';
import { presentMessage } from '../../present/present-message.ts';
import { presentTask } from '../../present/present-task.ts';
import type { Answer } from '../call.ts';
import { pageFrom } from '../case-query.ts';
import { type IfMatch, versionToMatch } from '../entity-tags.ts';
import { statusOfFailure } from '../problems.ts';
import { definedOf, taskFilterFrom, taskSortFrom } from '../task-query.ts';
import type { ApiHandlers } from './api-handlers.ts';

type TaskRoutes = Pick<
  ApiHandlers,
  | 'listTasks'
  | 'createTask'
  | 'bulkTasks'
  | 'getTask'
  | 'replaceTask'
  | 'patchTask'
  | 'deleteTask'
  | 'listCaseTasks'
  | 'taskMessages'
  | 'suggestTasks'
  | 'applyTaskTemplates'
>;

type Shown = Parameters<typeof presentTask>[0];

export function taskRoutes(app: App): TaskRoutes {
  return {
    listTasks: async ({ query, actor, viewer }) => {
      const filter = await taskFilterFrom(app, query, actor.id);
      const { items, ...rest } = await app.listTasks(filter, taskSortFrom(query.sort), pageFrom(query));
      return { body: { items: items.map((item) => presentTask(item, viewer)), ...rest } };
    },
    createTask: async ({ actor, viewer, body, idempotency }) => {
      const { caseId, ...fields } = body;
      const { task, created } = await app.createTask(actor, { ...definedOf(fields), case: caseId }, idempotency);
      const headers = { Location: `/api/tasks/${task.value.id}`, ...(!created && { 'Idempotency-Replayed': 'true' }) };
      return { ...taskAnswer(task, viewer), status: 201, headers };
    },
    bulkTasks: async ({ actor, viewer, body }) => {
      return { body: resultsOf(await app.bulkTasks(actor, body.ids, workOf(body)), viewer) };
    },
    getTask: async ({ params, viewer }) => taskAnswer(await app.getTask(params.id), viewer),
    replaceTask: ({ actor, viewer, params, body, ifMatch }) =>
      changed(app, params.id, viewer, ifMatch, (version) => app.editTask(actor, params.id, body, version)),
    patchTask: ({ actor, viewer, params, body, ifMatch }) =>
      changed(app, params.id, viewer, ifMatch, (version) => app.editTask(actor, params.id, definedOf(body), version)),
    deleteTask: ({ actor, viewer, params, ifMatch }) =>
      changed(app, params.id, viewer, ifMatch, (version) => app.deleteTask(actor, params.id, version)),
    taskMessages: async ({ params }) => {
      const items = (await app.taskMessages(params.id)).map(presentMessage);
      return { body: { items, total: items.length } };
    },
    listCaseTasks: async ({ params, viewer }) => listed(await app.tasksOfCase(params.id), viewer),
    suggestTasks: async ({ params }) => {
      const items = (await app.suggestTasks(params.id)).map(({ title, because }) => ({ title, because }));
      return { body: { items, total: items.length } };
    },
    applyTaskTemplates: async ({ actor, params, viewer }) => listed(await app.applyTemplates(actor, params.id), viewer),
  };
}

function workOf(body: BulkTasks): TaskBulk {
  switch (body.action) {
    case 'set_status':
      return { kind: 'edit', edit: { status: body.status } };
    case 'assign':
      return { kind: 'edit', edit: { owner: body.owner } };
    case 'assign_outside':
      return { kind: 'edit', edit: { ownerEmail: body.ownerEmail } };
    case 'set_category':
      return { kind: 'edit', edit: { category: body.category } };
    case 'set_priority':
      return { kind: 'edit', edit: { priority: body.priority } };
    case 'set_due':
      return { kind: 'edit', edit: { dueAt: body.dueAt } };
    case 'delete':
      return { kind: 'delete' };
  }
}

function resultsOf(outcomes: TaskOutcome[], viewer: Viewer): BulkTaskResults {
  const results = outcomes.map(({ id, task, error }) => {
    if (task !== undefined) return { id, ok: true, task: presentTask(task, viewer) };
    if (!isFailure(error)) throw error;
    return { id, ok: false, error: { status: statusOfFailure[error.code], code: error.code, detail: error.message } };
  });
  const failed = results.filter((one) => !one.ok).length;
  return { results, succeeded: results.length - failed, failed };
}

function listed(items: Shown[], viewer: Viewer): { body: { items: Task[]; total: number } } {
  return { body: { items: items.map((item) => presentTask(item, viewer)), total: items.length } };
}

function taskAnswer(task: Shown, viewer: Viewer): Answer<Task> {
  return { body: presentTask(task, viewer), etag: task.etag };
}

async function changed(
  app: App,
  taskId: string,
  viewer: Viewer,
  ifMatch: IfMatch | undefined,
  change: (version: string | undefined) => Promise<Shown>,
): Promise<Answer<Task>> {
  const version = await versionToMatch(ifMatch, async () => (await app.getTask(taskId)).etag);
  try {
    return taskAnswer(await change(version), viewer);
  } catch (error) {
    if (!isFailure(error, 'stale')) throw error;
    const current = presentTask(await app.getTask(taskId), viewer);
    throw new Failure('stale', error.message, { current, cause: error });
  }
}
