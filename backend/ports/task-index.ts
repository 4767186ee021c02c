import type { Versioned } from '../domain/case/case.ts';
import type { Instant } from '../domain/mail/mail.ts';
import type { Task } from '../domain/task/task.ts';
import type { Priority, TaskStatus } from '../domain/vocabulary.ts';

/** Each list is "any of"; all given fields must hold. Empty or absent means no restriction. */
export interface TaskFilter {
  status?: TaskStatus[];
  priority?: Priority[];
  category?: string[];
  /** Agent ids; null stands for tasks that nobody here or outside does. */
  owner?: (string | null)[];
  /** Case ids. */
  case?: string[];
  dueFrom?: Instant;
  dueBefore?: Instant;
  /** Of no case, or of one. */
  alone?: boolean;
  /** Given to somebody outside, or not. */
  outside?: boolean;
  /** Waits for a task that is not done, or does not. */
  blocked?: boolean;
  /** Words, all of which must occur in title, description, case number or the outside owner's address. */
  q?: string;
}

export const taskSortKeys = ['created', 'updated', 'due', 'priority', 'title'] as const;
export interface TaskSort {
  key: (typeof taskSortKeys)[number];
  descending: boolean;
}

export interface TaskPage {
  items: Versioned<Task>[];
  /** Exact number of tasks that match. */
  total: number;
  next?: string;
}

/** Answers questions over all tasks from memory. Knows everything this process has committed. */
export interface TaskIndex {
  get(taskId: string): Versioned<Task> | undefined;
  list(filter: TaskFilter, sort: TaskSort, page: { limit: number; after?: string }): TaskPage;
  /** Those that belong to the case itself, in no order. */
  ofCase(caseId: string): Task[];
  /** Those that must be done before `task` can begin and are not. */
  blockers(task: Pick<Task, 'blockedBy'>): Task[];
}
