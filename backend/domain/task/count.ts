import type { SupportCase } from '../case/case.ts';
import { isDone } from './change.ts';
import type { Task, TaskTotals } from './task.ts';

/** The totals after one of the tasks became another; undefined for a task that was not there, or is gone. */
export function countTask(before: TaskTotals, was: Task | undefined, is: Task | undefined): TaskTotals {
  const one = (task: Task | undefined) => (task === undefined ? 0 : 1);
  const open = (task: Task | undefined) => (task === undefined || isDone(task) ? 0 : 1);
  return { total: before.total + one(is) - one(was), open: before.open + open(is) - open(was) };
}

/** The totals of a case that counts those of another as its own, when the other's have become `now`. */
export function recount(before: TaskTotals, was: TaskTotals, now: TaskTotals): TaskTotals {
  return { total: before.total + now.total - was.total, open: before.open + now.open - was.open };
}

/** All tasks are done and the case still goes on: time to resolve it. */
export function suggestsResolving({ tasks, status }: Pick<SupportCase, 'tasks' | 'status'>): boolean {
  return tasks.total > 0 && tasks.open === 0 && status !== 'resolved' && status !== 'closed';
}
