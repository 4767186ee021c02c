import type { Case } from '../contracts/case.ts';

export type CellValue = string | number | boolean | Date | null;

export interface SheetColumn<T> {
  header: string;
  value(row: T): CellValue;
}

/** What an export tells of a case, a column each. Instants are dates. */
export const caseColumns: SheetColumn<Case>[] = [
  { header: 'Number', value: (c) => c.number },
  { header: 'Subject', value: (c) => c.subject },
  { header: 'Status', value: (c) => c.status },
  { header: 'Priority', value: (c) => c.priority },
  { header: 'Category', value: (c) => c.category },
  { header: 'Complaint', value: (c) => c.complaint },
  { header: 'Sentiment', value: (c) => c.sentiment },
  { header: 'Language', value: (c) => c.language },
  { header: 'Summary', value: (c) => c.summary },
  { header: 'Tags', value: (c) => c.tags.join(', ') },
  { header: 'Customer', value: (c) => c.customer.name },
  { header: 'Customer address', value: (c) => c.customer.email },
  { header: 'Assignee', value: (c) => c.assigneeName },
  { header: 'Team', value: (c) => c.team },
  { header: 'Source', value: (c) => c.source },
  { header: 'First response due', value: (c) => instant(c.sla.firstResponse.due) },
  { header: 'First response', value: (c) => c.sla.firstResponse.state },
  { header: 'Resolution due', value: (c) => instant(c.sla.resolution.due) },
  { header: 'Resolution', value: (c) => c.sla.resolution.state },
  { header: 'Messages', value: (c) => c.messageCount },
  { header: 'Tasks', value: (c) => c.taskCount },
  { header: 'Created', value: (c) => instant(c.createdAt) },
  { header: 'Updated', value: (c) => instant(c.updatedAt) },
  { header: 'First responded', value: (c) => instant(c.firstResponseAt) },
  { header: 'Resolved', value: (c) => instant(c.resolvedAt) },
  { header: 'Closed', value: (c) => instant(c.closedAt) },
  { header: 'Rating', value: (c) => c.satisfaction?.rating ?? null },
  { header: 'Rated', value: (c) => instant(c.satisfaction?.ratedAt) },
];

export function instant(text: string | null | undefined): Date | null {
  return text === null || text === undefined ? null : new Date(text);
}
