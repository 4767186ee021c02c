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

/** Statuses this role may set next. */
export function allowedStatuses(value: Pick<SupportCase, 'status'>, role: Role | null): CaseStatus[] {
  return may(role, 'cases.write') ? following[value.status] : [];
}

export function mayFollow(from: CaseStatus, to: CaseStatus): boolean {
  return following[from].includes(to);
}

/** What this role may do with the case now. */
export function allowedActions(value: Pick<SupportCase, 'status'>, role: Role | null): CaseAction[] {
  if (!may(role, 'cases.write')) return [];
  if (value.status === 'closed') return ['set_status'];
  return ['assign', 'set_status', 'set_priority', 'edit'];
}
