import type { Case } from '../../../backend/contracts/case.ts';
import { priorityWords, statusWords } from '../../../ui/words.ts';

export type Status = Case['status'];
export type Priority = Case['priority'];

export const statuses = Object.keys(statusWords) as Status[];
export const priorities = Object.keys(priorityWords) as Priority[];
export const openStatuses = statuses.filter((status) => status !== 'resolved' && status !== 'closed');

export const viewKeys = ['open', 'mine', 'unassigned', 'at_risk', 'overdue', 'awaiting', 'resolved', 'all'] as const;
export type ViewKey = (typeof viewKeys)[number];

export const sortKeys = [
  'due',
  '-updated',
  'updated',
  'priority',
  '-priority',
  'number',
  '-number',
  'customer',
  '-customer',
] as const;
export type SortKey = (typeof sortKeys)[number];

/** What the list shows: a view narrowed by what the person chose. It lives in the address and nowhere else. */
export interface Filter {
  view: ViewKey;
  status: Status[];
  priority: Priority[];
  category: string[];
  /** Agent ids, `me` or `none`. */
  assignee: string[];
  q: string;
  sort: SortKey;
}

/** The part of the query of `GET /api/cases` that decides which cases fit. */
export interface Criteria {
  status?: Status[];
  priority?: Priority[];
  category?: string[];
  assignee?: string[];
  sla?: ('at_risk' | 'breached')[];
  q?: string;
}

const viewCriteria: Record<ViewKey, Criteria> = {
  open: { status: openStatuses },
  mine: { status: openStatuses, assignee: ['me'] },
  unassigned: { status: openStatuses, assignee: ['none'] },
  at_risk: { status: openStatuses, sla: ['at_risk'] },
  overdue: { status: openStatuses, sla: ['breached'] },
  awaiting: { status: ['awaiting_customer'] },
  resolved: { status: ['resolved'] },
  all: {},
};

export function filterOfView(view: ViewKey): Filter {
  return { view, status: [], priority: [], category: [], assignee: [], q: '', sort: defaultSort(view) };
}

/** Ended cases have no clock to lead, so the newest change does. */
export function defaultSort(view: ViewKey): SortKey {
  return view === 'resolved' ? '-updated' : 'due';
}

/** What a person chose replaces what the view says of the same thing. */
export function criteriaOf(filter: Filter): Criteria {
  return {
    ...viewCriteria[filter.view],
    ...(filter.status.length > 0 && { status: filter.status }),
    ...(filter.priority.length > 0 && { priority: filter.priority }),
    ...(filter.category.length > 0 && { category: filter.category }),
    ...(filter.assignee.length > 0 && { assignee: filter.assignee }),
    ...(filter.q !== '' && { q: filter.q }),
  };
}

/** Whether anything but the view itself narrows the list. */
export function isNarrowed(filter: Filter): boolean {
  const { status, priority, category, assignee, q } = filter;
  return q !== '' || [status, priority, category, assignee].some((chosen) => chosen.length > 0);
}
