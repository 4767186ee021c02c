import type { Instant } from '../mail/mail.ts';
import type { Priority, TaskStatus } from '../vocabulary.ts';

export interface ChecklistItem {
  text: string;
  done: boolean;
}

/** What went to somebody outside when they were given a task. */
export interface Assignment {
  /** The message of the case that it is. */
  messageId: string;
  /** Lower-case address. */
  to: string;
  at: Instant;
  /** Agent id of whoever gave it to them. */
  by: string;
  /** Why it did not reach them; null while all is well. */
  error: string | null;
}

/** Which task a mail between us and somebody outside is about. It is never part of the customer's conversation. */
export interface TaskMail {
  id: string;
  /** The case that the task belongs to, which may have been merged into another since. */
  caseId: string;
  /** Lower-case address of whoever the task was given to in that mail. */
  contractor: string;
}

/** Work to be done, for a case or by itself. Instants are UTC. */
export interface Task {
  /** 24 lower-case hex digits. */
  id: string;
  /** Null for a task that stands alone. It never changes. */
  caseId: string | null;
  caseNumber: string | null;
  title: string;
  description: string;
  status: TaskStatus;
  priority: Priority;
  category: string;
  /** Agent id, or null. */
  owner: string | null;
  /** Address of somebody outside who does it, or null; then there is no owner. */
  ownerEmail: string | null;
  /** The mail that asked them to, or null where none was sent. Tasks stored by earlier releases lack it and `heard`. */
  assignment: Assignment | null;
  /** What they wrote last, or null. */
  heard: { messageId: string; at: Instant } | null;
  dueAt: Instant | null;
  checklist: ChecklistItem[];
  /** Tasks that must be done before this one can begin. */
  blockedBy: string[];
  /** Key of the template it was made from, so that none is applied twice; null for others. */
  template: string | null;
  createdAt: Instant;
  updatedAt: Instant;
  resolvedAt: Instant | null;
  closedAt: Instant | null;
}

/** A task as it was stored, with what earlier releases did not keep. */
export function wholeTask(stored: Omit<Task, 'assignment' | 'heard'> & Partial<Task>): Task {
  return { assignment: null, heard: null, ...stored };
}

/** How many tasks a case has, and how many of them are not done. */
export interface TaskTotals {
  total: number;
  open: number;
}

export const noTasks: TaskTotals = { total: 0, open: 0 };

/** The row under which a task lies, and the shard: its case's, or its own. */
export function taskHome({ id, caseId }: Pick<Task, 'id' | 'caseId'>): string {
  return caseId ?? id;
}
