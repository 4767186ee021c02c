import { isFailure } from '../backend/domain/failure.ts';
import { endedTaskStatuses, taskStatuses } from '../backend/domain/vocabulary.ts';
import { presentTask } from '../backend/present/present-task.ts';
import type { Answer, Asking } from './asking.ts';
import { taskCard, taskListCard } from './cards/task-cards.ts';
import { caseUrl, workUrl } from './links.ts';

type TaskView = Awaited<ReturnType<Asking['app']['getTask']>>;

const openTasks = taskStatuses.filter((status) => !endedTaskStatuses.includes(status));
const pageSize = 8;
const byDue = { key: 'due', descending: false } as const;

/** The tasks of a case, or the open ones of whoever asks. */
export async function answerTasks(asking: Asking, ref: string | null): Promise<Answer> {
  const { app, actor, publicUrl } = asking;
  if (ref !== null) {
    const { value } = await app.getCase(ref);
    const tasks = await app.tasksOfCase(value.id);
    return listOf(asking, {
      heading: `Tasks of ${value.number}`,
      tasks: tasks.slice(0, pageSize),
      total: tasks.length,
      openUrl: caseUrl(publicUrl, value.number),
    });
  }
  const page = await app.listTasks({ status: openTasks, owner: [actor.id] }, byDue, { limit: pageSize });
  return listOf(asking, { heading: 'Your tasks', tasks: page.items, total: page.total, openUrl: workUrl(publicUrl) });
}

function listOf(
  asking: Asking,
  { tasks, ...view }: { heading: string; tasks: TaskView[]; total: number; openUrl: string },
): Answer {
  return { kind: 'card', card: taskListCard({ ...view, tasks: tasks.map((task) => presentTask(task, asking)) }) };
}

export function answerTask(asking: Asking, task: TaskView, notice?: string): Answer {
  const openUrl =
    task.value.caseNumber === null ? workUrl(asking.publicUrl) : caseUrl(asking.publicUrl, task.value.caseNumber);
  return {
    kind: 'card',
    card: taskCard({ task: presentTask(task, asking), openUrl, ...(notice !== undefined && { notice }) }),
  };
}

/** Marks a task as done, if it still is as the person saw it. */
export async function finishTask(asking: Asking, taskId: string, seen: unknown): Promise<Answer> {
  const now = await asking.app.getTask(taskId);
  if (endedTaskStatuses.includes(now.value.status)) return answerTask(asking, now, 'It was done already.');
  if (seen !== undefined && seen !== now.value.status)
    return answerTask(asking, now, 'Nothing was changed. Somebody moved it meanwhile.');
  try {
    return answerTask(
      asking,
      await asking.app.editTask(asking.actor, taskId, { status: 'resolved' }, now.etag),
      'Done.',
    );
  } catch (error) {
    if (!isFailure(error, 'stale') && !isFailure(error, 'conflict')) throw error;
    return answerTask(asking, await asking.app.getTask(taskId), `Nothing was changed. ${error.message}`);
  }
}
