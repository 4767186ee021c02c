import type { Task } from '../../backend/domain/task/task.ts';

let counter = 0;

/** A task that stands alone, still to be done, of nobody. */
export function aTask(fields: Partial<Task> = {}): Task {
  counter += 1;
  return {
    id: counter.toString(16).padStart(24, '0'),
    caseId: null,
    caseNumber: null,
    title: `Task ${counter}`,
    description: '',
    status: 'new',
    priority: 'medium',
    category: 'general',
    owner: null,
    ownerEmail: null,
    assignment: null,
    heard: null,
    dueAt: null,
    checklist: [],
    blockedBy: [],
    template: null,
    createdAt: '2026-11-24T13:06:00.000Z',
    updatedAt: '2026-11-24T13:06:00.000Z',
    resolvedAt: null,
    closedAt: null,
    ...fields,
  };
}
