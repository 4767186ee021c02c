import type { Task } from '../../backend/contracts/task.ts';
import { priorityWords } from '../../backend/contracts/words.ts';
import { sayAction } from './case-verbs.ts';
import type { Action, AdaptiveCard, Element } from './elements.ts';
import { instant } from './instants.ts';
import { asWritten, band, card, execute, openDashboard, sentence, title } from './parts.ts';
import { line, plain } from './plain.ts';
import type { CardVerb } from './verbs.ts';

const statusWords: Record<Task['status'], string> = {
  new: 'Task',
  in_progress: 'Task in progress',
  resolved: 'Task done',
  closed: 'Task closed',
};

export interface TaskView {
  task: Task;
  /** A sentence to the person who just asked for something. */
  notice?: string;
  openUrl: string;
}

/** One task, with what is left to do on it. */
export function taskCard({ task, notice, openUrl }: TaskView): AdaptiveCard {
  const ended = task.status === 'resolved' || task.status === 'closed';
  const left = task.checklist.filter(({ done }) => !done).length;
  const parts = [
    task.caseNumber ?? 'on its own',
    priorityWords[task.priority],
    task.ownerName ?? task.ownerEmail ?? 'nobody yet',
  ];
  return card({
    sentence: `Task ${line(task.title, 120)}: ${ended ? 'done' : 'to be done'}.`,
    body: [
      band({
        style: ended ? 'good' : 'emphasis',
        state: statusWords[task.status],
        right: task.dueAt === undefined || ended ? '' : `due ${instant(task.dueAt, task.updatedAt)}`,
      }),
      asWritten(line(task.title, 200), { weight: 'bolder', size: 'medium' }, 'medium'),
      asWritten(parts.map((part) => line(part, 80)).join(' · '), { isSubtle: true, size: 'small' }, 'none'),
      ...(task.description === '' ? [] : [asWritten(line(task.description, 400))]),
      ...(left > 0 ? [sentence(`${left} of ${task.checklist.length} steps are left.`)] : []),
      ...(notice === undefined ? [] : [sentence(plain(notice, 300), { weight: 'bolder' })]),
    ],
    actions: [
      ...(ended ? [] : [doneAction(task)]),
      ...(task.caseNumber === undefined ? [] : [sayAction(`Show ${task.caseNumber}`, `case ${task.caseNumber}`)]),
      { type: 'Action.OpenUrl', title: 'Open', url: openUrl },
    ],
  });
}

export interface TaskListView {
  heading: string;
  tasks: Task[];
  total: number;
  openUrl: string;
}

export function taskListCard({ heading, tasks, total, openUrl }: TaskListView): AdaptiveCard {
  return card({
    sentence: total === 0 ? `${heading}: none.` : `${heading}: ${total}.`,
    body: [
      title(plain(heading, 120)),
      sentence(
        total === 0
          ? 'Nothing is left to do here.'
          : `${total === 1 ? '1 task' : `${total} tasks`}, the next due first. Press one when it is done.`,
        { isSubtle: true, size: 'small', spacing: 'none' },
      ),
      ...tasks.map(taskRow),
    ],
    actions: [sayAction('My cases', 'my cases'), openDashboard(openUrl)],
  });
}

function taskRow(task: Task): Element {
  const ended = task.status === 'resolved' || task.status === 'closed';
  const facts = [task.caseNumber ?? 'on its own', task.ownerName ?? task.ownerEmail ?? 'nobody yet']
    .map((part) => line(part, 60))
    .join(' · ');
  return {
    type: 'ColumnSet',
    separator: true,
    ...(!ended && { selectAction: doneAction(task) }),
    columns: [
      {
        type: 'Column',
        width: 'stretch',
        items: [asWritten(line(task.title, 120)), asWritten(facts, { isSubtle: true, size: 'small' }, 'none')],
      },
      {
        type: 'Column',
        width: 'auto',
        items: [
          sentence(
            ended ? 'done' : task.dueAt === undefined ? 'no date' : `due ${instant(task.dueAt, task.updatedAt)}`,
            { horizontalAlignment: 'right', isSubtle: task.dueAt === undefined },
          ),
        ],
      },
    ],
  };
}

function doneAction(task: Task): Extract<Action, { type: 'Action.Execute' }> {
  return execute('Done', 'task.done' satisfies CardVerb, { task: task.id, seen: task.status }, 'positive');
}
