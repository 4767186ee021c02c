import { may } from '../access/permissions.ts';
import type { CaseAction, CaseStatus, Role } from '../vocabulary.ts';
import type { SupportCase } from './case.ts';

const working: CaseStatus[] = ['in_progress', 'awaiting_customer', 'awaiting_vendor', 'awaiting_approval'];

/**
 * Which status may follow which. A closed case can only be reopened; a case under way never becomes new again, because
 * somebody has seen it.
 */
const following: Record<CaseStatus, CaseStatus[]> = {
  new: [...working, 'resolved', 'closed'],
  in_progress: ['awaiting_customer', 'awaiting_vendor', 'awaiting_approval', 'resolved', 'closed'],
  awaiting_customer: ['in_progress', 'awaiting_vendor', 'awaiting_approval', 'resolved', 'closed'],
  awaiting_vendor: ['in_progress', 'awaiting_customer', 'awaiting_approval', 'resolved', 'closed'],
  awaiting_approval: ['in_progress', 'awaiting_customer', 'awaiting_vendor', 'resolved', 'closed'],
  resolved: ['in_progress', 'closed'],
  closed: ['in_progress'],
};

type Standing = Pick<SupportCase, 'status'> & { mergedInto?: string | null | undefined };

function isMerged({ mergedInto }: Standing): boolean {
  return mergedInto !== null && mergedInto !== undefined;
}

/** Statuses this role may set next. A merged case stands still. */
export function allowedStatuses(value: Standing, role: Role | null): CaseStatus[] {
  return may(role, 'cases.write') && !isMerged(value) ? following[value.status] : [];
}

export function mayFollow(from: CaseStatus, to: CaseStatus): boolean {
  return following[from].includes(to);
}

/** What this role may do with the case now. */
export function allowedActions(value: Standing, role: Role | null): CaseAction[] {
  if (!may(role, 'cases.write')) return [];
  if (isMerged(value)) return ['unmerge'];
  const always: CaseAction[] = ['set_status', 'add_note', 'merge', 'move_messages', 'link'];
  return value.status === 'closed' ? always : ['assign', 'set_priority', 'edit', ...always];
}
