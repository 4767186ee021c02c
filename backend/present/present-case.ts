import type { Case } from '../contracts/case.ts';
import type { SupportCase, Versioned } from '../domain/case/case.ts';
import { allowedActions, allowedStatuses } from '../domain/case/transitions.ts';
import { clocks } from '../domain/sla/clocks.ts';
import { suggestsResolving } from '../domain/task/count.ts';
import type { Role } from '../domain/vocabulary.ts';

/** What a presenter needs to know of the moment and the caller. */
export interface Viewer {
  role: Role | null;
  /** Milliseconds since the epoch. */
  nowMs: number;
  /** Name of an agent by id; undefined for somebody who left. */
  agentName: (id: string) => string | undefined;
}

/** The case as it crosses the wire: exactly the fields of the contract, nothing else of what is stored. */
export function presentCase({ value, etag }: Versioned<SupportCase>, viewer: Viewer): Case {
  return {
    id: value.id,
    number: value.number,
    subject: value.subject,
    status: value.status,
    priority: value.priority,
    category: value.category,
    complaint: value.complaint,
    sentiment: value.sentiment,
    language: value.language,
    summary: value.summary,
    tags: value.tags,
    customer: value.customer,
    participants: value.participants,
    undeliverable: value.undeliverable,
    assignee: value.assignee,
    assigneeName: value.assignee === null ? null : (viewer.agentName(value.assignee) ?? value.assignee),
    team: value.team,
    mailbox: value.mailbox,
    source: value.source,
    ai: value.ai,
    sla: clocks(value, viewer.nowMs),
    ...(value.mergedInto !== null && { mergedInto: value.mergedInto }),
    mergedCases: value.merged.filter((one) => one.settled).map(({ caseId, number }) => ({ caseId, number })),
    linked: value.linked,
    watchers: value.watchers,
    fields: value.fields,
    resolution: value.resolution,
    messageCount: value.messageCount,
    taskCount: value.tasks.total,
    openTaskCount: value.tasks.open,
    suggestResolve: suggestsResolving(value),
    createdAt: value.createdAt,
    updatedAt: value.updatedAt,
    ...(value.firstResponseAt !== null && { firstResponseAt: value.firstResponseAt }),
    ...(value.resolvedAt !== null && { resolvedAt: value.resolvedAt }),
    ...(value.closedAt !== null && { closedAt: value.closedAt }),
    ...(value.reopenedAt !== null && { reopenedAt: value.reopenedAt }),
    ...satisfactionOf(value),
    etag,
    actions: allowedActions(value, viewer.role),
    nextStatuses: allowedStatuses(value, viewer.role),
  };
}

function satisfactionOf({ satisfaction }: SupportCase): Pick<Case, 'satisfaction'> {
  if (satisfaction === null) return {};
  const { asked, answer } = satisfaction;
  return { satisfaction: { askedAt: asked.at, rating: answer?.rating ?? null, ratedAt: answer?.at ?? null } };
}
