import type { Actor } from '../../domain/access/actor.ts';
import type { CaseMessage, SupportCase } from '../../domain/case/case.ts';
import { type TaskTemplate, type TreeCategory, templatesOf } from '../../domain/case/category-tree.ts';
import type { Task } from '../../domain/task/task.ts';
import { getCase } from '../cases/find-case.ts';
import { mustNotBeMerged } from '../cases/merged.ts';
import { newTask } from './create-task.ts';
import type { TaskDeps } from './deps.ts';
import { getTask, type TaskView, viewOf } from './find-task.ts';
import { writeTasks } from './write-task.ts';

const hourMs = 3_600_000;
const byDue = { key: 'due', descending: false } as const;

/** Tasks of the case and of those merged into it, those due first in front. */
export async function tasksOfCase(deps: TaskDeps, ref: string): Promise<TaskView[]> {
  const { value } = await getCase(deps, ref);
  const cases = value.mergedInto === null ? await withMerged(deps, value) : [value.id];
  const { items } = deps.tasks.list({ case: cases }, byDue, { limit: Number.POSITIVE_INFINITY });
  return items.map((item) => viewOf(deps, item));
}

/** What passed between us and whoever outside does the task, wherever its case was merged. @throws Failure `not-found` */
export async function messagesOfTask(deps: TaskDeps, taskId: string): Promise<CaseMessage[]> {
  const { value: task } = await getTask(deps, taskId);
  if (task.caseId === null) return [];
  let shown = (await getCase(deps, task.caseId)).value;
  while (shown.mergedInto !== null) shown = (await getCase(deps, shown.mergedInto)).value;
  return (await deps.store.messages(shown.id)).filter((message) => message.task?.id === taskId);
}

/** Never asks an engine: what it said when it read the mail is kept with the case. */
export async function suggestTasks(deps: TaskDeps, ref: string): Promise<{ title: string; because: string }[]> {
  const { value } = await getCase(deps, ref);
  const known = new Set((await tasksOfCase(deps, ref)).map((task) => task.value.title.toLowerCase()));
  const suggested = value.ai?.suggestedTasks ?? [];
  return suggested.filter(({ title }) => !known.has(title.toLowerCase()));
}

async function withMerged(deps: TaskDeps, value: SupportCase): Promise<string[]> {
  const below = await Promise.all(value.merged.map(({ caseId }) => deps.store.get(caseId)));
  const cases = below.map((one) => one?.value).filter((one) => one !== undefined && one.mergedInto === value.id);
  const ids = await Promise.all(cases.map((one) => (one ? withMerged(deps, one) : [])));
  return [value.id, ...ids.flat()];
}

/**
 * Makes the tasks that the category's templates ask for. A template that was applied before is not applied again, so
 * that two people who press the button make one set. @throws Failure `conflict` for a merged case, `not-found`
 */
export async function applyTemplates(deps: TaskDeps, actor: Actor, ref: string): Promise<TaskView[]> {
  const { value } = await getCase(deps, ref);
  const { value: document } = await deps.settings.read('categories');
  const { categories } = document as { categories: TreeCategory[] };
  const templates = templatesOf(categories, value.category);
  const idOf = (key: string) => deps.ids.derived('template', value.id, key);
  const made: Task[] = [];
  await deps.store.transact(value.id, `templates|${deps.ids.secret()}`, async (tx) => {
    const found = await tx.case(value.id);
    mustNotBeMerged(found?.value ?? value);
    made.length = 0;
    const at = deps.clock.now();
    for (const template of templates) {
      const key = idOf(template.key);
      if ((await tx.receipt(key)) !== undefined) continue;
      tx.putReceipt(key, { requestHash: template.key, caseId: value.id });
      // A task that was made before and is gone keeps nobody waiting.
      made.push(
        newTask(key, value, { ...fromTemplate(template, at), blockedBy: (template.after ?? []).map(idOf) }, at),
      );
    }
    const writes = made.map((is) => ({ kind: 'task.created' as const, was: undefined, is, changes: [] }));
    await writeTasks(tx, actor, at, value.id, writes);
  });
  // Which of them wait for others is told by the lists.
  await deps.catchUp();
  const stored = await Promise.all(made.map((task) => deps.store.task(task)));
  return stored.filter((one) => one !== undefined).map((one) => viewOf(deps, one));
}

function fromTemplate(template: TaskTemplate, at: string): Partial<Task> & Pick<Task, 'title'> {
  const { key, title, description = '', priority, dueInHours, checklist = [] } = template;
  const dueAt = dueInHours === undefined ? null : new Date(Date.parse(at) + dueInHours * hourMs).toISOString();
  const items = checklist.map((text) => ({ text, done: false }));
  return { title, description, dueAt, checklist: items, template: key, ...(priority && { priority }) };
}
