import type { Task } from '../contracts/task.ts';
import { instant, type SheetColumn } from './case-sheet.ts';

/** What an export tells of a task, a column each. */
export const taskColumns: SheetColumn<Task>[] = [
  { header: 'Title', value: (t) => t.title },
  { header: 'Case', value: (t) => t.caseNumber ?? null },
  { header: 'Status', value: (t) => t.status },
  { header: 'Priority', value: (t) => t.priority },
  { header: 'Category', value: (t) => t.category },
  { header: 'Owner', value: (t) => t.ownerName },
  { header: 'Address outside', value: (t) => t.ownerEmail ?? null },
  { header: 'Due', value: (t) => instant(t.dueAt) },
  { header: 'Blocked', value: (t) => t.blocked },
  {
    header: 'Checklist',
    value: (t) => t.checklist.map(({ text, done }) => `[${done ? 'x' : ' '}] ${text}`).join('\n'),
  },
  { header: 'Description', value: (t) => t.description },
  { header: 'Created', value: (t) => instant(t.createdAt) },
  { header: 'Updated', value: (t) => instant(t.updatedAt) },
  { header: 'Resolved', value: (t) => instant(t.resolvedAt) },
  { header: 'Closed', value: (t) => instant(t.closedAt) },
];
