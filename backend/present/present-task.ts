import type { Task as WireTask } from '../contracts/task.ts';
import type { Versioned } from '../domain/case/case.ts';
import type { Assignment, Task } from '../domain/task/task.ts';
import type { Viewer } from './present-case.ts';

/** The task as it crosses the wire. */
export function presentTask(
  { value, etag, blocked }: Versioned<Task> & { blocked: boolean },
  { agentName }: Pick<Viewer, 'agentName'>,
): WireTask {
  return {
    id: value.id,
    caseId: value.caseId,
    ...(value.caseNumber !== null && { caseNumber: value.caseNumber }),
    title: value.title,
    description: value.description,
    status: value.status,
    priority: value.priority,
    category: value.category,
    owner: value.owner,
    ownerName: value.owner === null ? null : (agentName(value.owner) ?? value.owner),
    ...(value.ownerEmail !== null && { ownerEmail: value.ownerEmail }),
    ...(value.assignment !== null && { assignment: presentAssignment(value.assignment) }),
    ...(value.heard !== null && { heardAt: value.heard.at }),
    ...(value.dueAt !== null && { dueAt: value.dueAt }),
    checklist: value.checklist,
    blockedBy: value.blockedBy,
    blocked,
    createdAt: value.createdAt,
    updatedAt: value.updatedAt,
    ...(value.resolvedAt !== null && { resolvedAt: value.resolvedAt }),
    ...(value.closedAt !== null && { closedAt: value.closedAt }),
    etag,
  };
}

function presentAssignment({ messageId, to, at, error }: Assignment): NonNullable<WireTask['assignment']> {
  return { messageId, to, at, ...(error !== null && { error }) };
}
