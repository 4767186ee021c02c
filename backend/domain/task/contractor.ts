import type { FieldChange } from '../case/case.ts';
import type { Instant } from '../mail/mail.ts';
import { isDone } from './change.ts';
import type { Assignment, Task } from './task.ts';

/** Whether somebody outside is to be asked by mail: they are new to a task of a case that is still to be done. */
export function asksContractor(was: Task | undefined, is: Task): boolean {
  const known = was?.ownerEmail?.toLowerCase();
  return is.caseId !== null && is.ownerEmail !== null && is.ownerEmail.toLowerCase() !== known && !isDone(is);
}

/** Whether the task is no longer theirs who were asked for it: it is gone, or somebody else has it. */
export function leavesContractor({ assignment }: Task, is: Task | undefined): boolean {
  return assignment !== null && assignment.to !== is?.ownerEmail?.toLowerCase();
}

/** Somebody outside was asked; what an earlier one wrote is no answer of theirs. */
export function withAssignment(task: Task, assignment: Assignment | null): Task {
  return { ...task, assignment, heard: null };
}

type Noted = { value: Task; changes: FieldChange[] };

/** Somebody outside wrote about their task. */
export function hears(was: Task, heard: NonNullable<Task['heard']>, at: Instant): Noted {
  const changes = [{ field: 'heard', from: was.heard?.at ?? null, to: heard.at }];
  return { value: { ...was, heard, updatedAt: at }, changes };
}

/** The mail that gave them the task came back; null when it is another mail, or that is known. */
export function missedContractor(was: Task, messageId: string, error: string, at: Instant): Noted | null {
  const { assignment } = was;
  if (assignment === null || assignment.messageId !== messageId || assignment.error !== null) return null;
  const changes = [{ field: 'assignment', from: assignment.to, to: error }];
  return { value: { ...was, assignment: { ...assignment, error }, updatedAt: at }, changes };
}
