import type { FieldChange } from '../case/case.ts';
import { Failure } from '../failure.ts';
import type { Instant } from '../mail/mail.ts';
import { endedTaskStatuses, type TaskStatus } from '../vocabulary.ts';
import type { Task } from './task.ts';

/** Which status may follow which: done work can be taken up again, and what was begun is never new again. */
const following: Record<TaskStatus, TaskStatus[]> = {
  new: ['in_progress', 'resolved', 'closed'],
  in_progress: ['resolved', 'closed'],
  resolved: ['in_progress', 'closed'],
  closed: ['in_progress'],
};

/** Fields that a person may change. */
export type TaskEdit = Partial<
  Pick<
    Task,
    | 'title'
    | 'description'
    | 'status'
    | 'priority'
    | 'category'
    | 'owner'
    | 'ownerEmail'
    | 'dueAt'
    | 'checklist'
    | 'blockedBy'
  >
>;

export interface ChangedTask {
  value: Task;
  changes: FieldChange[];
}

/**
 * @param openBlockers titles of the tasks that must be done first and are not
 * @throws Failure `conflict` when the status may not follow, or the task waits for others
 */
export function editTask(before: Task, edit: TaskEdit, openBlockers: readonly string[], at: Instant): ChangedTask {
  const { status = before.status, ...fields } = edit;
  if (status !== before.status) mustBeAllowed(before, status, openBlockers);
  const owners = ownersAfter(before, edit);
  const after: Task = { ...before, ...fields, ...owners, ...withStatus(before, status, at), updatedAt: at };
  const told = Object.keys(edit).concat(Object.keys(owners)) as (keyof Task)[];
  const changes = [...new Set(told)]
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, from: before[field], to: after[field] }));
  return { value: after, changes };
}

export function isDone({ status }: Pick<Task, 'status'>): boolean {
  return endedTaskStatuses.includes(status);
}

function mustBeAllowed(before: Task, status: TaskStatus, openBlockers: readonly string[]): void {
  if (!following[before.status].includes(status)) {
    throw new Failure('conflict', `A task that is ${words(before.status)} cannot become ${words(status)}.`);
  }
  if (status !== 'closed' && openBlockers.length > 0) {
    throw new Failure('conflict', `These tasks must be done first: ${openBlockers.join(', ')}.`);
  }
}

/** Either somebody here does it or somebody outside. */
function ownersAfter(before: Task, edit: TaskEdit): Partial<Pick<Task, 'owner' | 'ownerEmail'>> {
  if (edit.owner !== undefined && edit.owner !== null) return { owner: edit.owner, ownerEmail: null };
  if (edit.ownerEmail !== undefined && edit.ownerEmail !== null) return { owner: null, ownerEmail: edit.ownerEmail };
  const { owner = before.owner, ownerEmail = before.ownerEmail } = edit;
  return owner === before.owner && ownerEmail === before.ownerEmail ? {} : { owner, ownerEmail };
}

function withStatus(before: Task, status: TaskStatus, at: Instant): Pick<Task, 'status' | 'resolvedAt' | 'closedAt'> {
  if (status === before.status) return { status, resolvedAt: before.resolvedAt, closedAt: before.closedAt };
  return {
    status,
    resolvedAt: isDone({ status }) ? (before.resolvedAt ?? at) : null,
    closedAt: status === 'closed' ? at : null,
  };
}

function words(status: TaskStatus): string {
  return status.replaceAll('_', ' ');
}
