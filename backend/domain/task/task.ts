import type { Instant } from '../mail/mail.ts';
import type { Priority, TaskStatus } from '../vocabulary.ts';

export interface ChecklistItem {
  text: string;
  done: boolean;
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
