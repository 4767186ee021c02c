import type { App } from '../app/app.ts';
import type { TaskQuery } from '../contracts/task.ts';
import { type TaskFilter, type TaskSort, taskSortKeys } from '../ports/task-index.ts';

type Asked = Omit<TaskQuery, 'limit' | 'after'>;

/** A query about tasks as the index takes it; cases may be named by number. */
export async function taskFilterFrom(app: Pick<App, 'getCase'>, query: Asked, callerId: string): Promise<TaskFilter> {
  const filter: TaskFilter = definedOf({ status: query.status, priority: query.priority, category: query.category });
  if (query.owner) filter.owner = query.owner.map((word) => (word === 'none' ? null : word === 'me' ? callerId : word));
  if (query.case) filter.case = await Promise.all(query.case.map(async (ref) => (await app.getCase(ref)).value.id));
  const { alone, outside, blocked } = query;
  Object.assign(filter, definedOf({ alone, outside, blocked }));
  if (query.dueFrom !== undefined) filter.dueFrom = new Date(query.dueFrom).toISOString();
  if (query.dueBefore !== undefined) filter.dueBefore = new Date(query.dueBefore).toISOString();
  if (query.q?.trim()) filter.q = query.q.trim();
  return filter;
}

export function taskSortFrom(word: TaskQuery['sort']): TaskSort {
  const descending = word.startsWith('-');
  const key = taskSortKeys.find((known) => known === word.slice(descending ? 1 : 0)) ?? 'due';
  return { key, descending };
}

export function definedOf<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
