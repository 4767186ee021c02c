import type { Case } from '../../../backend/contracts/case.ts';
import { ProblemError } from '../../../backend/contracts/client.ts';
import type { Api } from '../../../ui/api.ts';

/** One of the four fields an agent changes in the pane. */
export type CaseEdit =
  | { field: 'status'; to: Case['status'] }
  | { field: 'priority'; to: Case['priority'] }
  | { field: 'category'; to: string }
  | { field: 'assignee'; to: string | null };

/** Somebody was faster: what the case has become, and what the agent wanted. */
export interface EditConflict {
  edit: CaseEdit;
  before: Case;
  now: Case;
  /** Who changed it; null when nobody can be named. */
  by: string | null;
}

/** Writes one field, naming the version it was read in. @throws ProblemError, with status 412 when that is outdated */
export function writeEdit(api: Api, value: Case, edit: CaseEdit): Promise<Case> {
  const target = { params: { id: value.id }, ifMatch: value.etag };
  switch (edit.field) {
    case 'status':
      return api('changeStatus', { ...target, body: { status: edit.to } });
    case 'assignee':
      return api('assignCase', { ...target, body: { assignee: edit.to } });
    case 'priority':
      return api('patchCase', { ...target, body: { priority: edit.to } });
    case 'category':
      return api('patchCase', { ...target, body: { category: edit.to } });
  }
}

/** The conflict behind a refused edit, or null when it was refused for another reason. */
export async function conflictOf(api: Api, error: unknown, before: Case, edit: CaseEdit): Promise<EditConflict | null> {
  if (!(error instanceof ProblemError) || error.problem.status !== 412) return null;
  const now = await api('getCase', { params: { id: before.id } });
  const history = await api('caseHistory', { params: { id: before.id } }).catch(() => null);
  // The product's notes about its own mail change nothing, and nobody was faster for them.
  const last = history?.items.findLast(({ changes }) => changes.length > 0);
  return { edit, before, now, by: last?.actor.name ?? null };
}

/** The case as it looks while the edit is on its way. */
export function withEdit(value: Case, edit: CaseEdit, nameOf: (agentId: string) => string | null): Case {
  if (edit.field !== 'assignee') return { ...value, [edit.field]: edit.to };
  return { ...value, assignee: edit.to, assigneeName: edit.to === null ? null : nameOf(edit.to) };
}

/** The version that was written later; the same version keeps the second, which may know more of what one may do. */
export function fresher(one: Case, other: Case): Case {
  return one.updatedAt > other.updatedAt ? one : other;
}
