import type { Case, CaseQuery } from '../../../backend/contracts/case.ts';
import { priorityWords, sentimentWords, statusWords } from '../../../ui/words.ts';
import { type Exact, type ExactCriteria, exactCriteria } from './exact.ts';
import { dueBefore, periodStart } from './periods.ts';

export type Status = Case['status'];
export type Priority = Case['priority'];

export const statuses = Object.keys(statusWords) as Status[];
export const priorities = Object.keys(priorityWords) as Priority[];
export const sentiments = Object.keys(sentimentWords) as Case['sentiment'][];
export const slaFilters = ['breached', 'at_risk', 'ok', 'paused', 'none'] as const;
export const sources = ['mail', 'outlook', 'teams', 'tab', 'api', 'sandbox'] as const satisfies Case['source'][];
export const openStatuses = statuses.filter((status) => status !== 'resolved' && status !== 'closed');

export const viewKeys = [
  'open',
  'mine',
  'unassigned',
  'at_risk',
  'overdue',
  'awaiting',
  'review',
  'resolved',
  'all',
] as const;
export type ViewKey = (typeof viewKeys)[number];

export const sortKeys = [
  'due',
  '-updated',
  'updated',
  '-created',
  'created',
  'priority',
  '-priority',
  'number',
  '-number',
  'customer',
  '-customer',
  'relevance',
] as const;
export type SortKey = (typeof sortKeys)[number];

/** What may be chosen one or several of; the words of the API, in the address and in the query box alike. */
export interface Choices {
  status: Status[];
  priority: Priority[];
  category: string[];
  /** Agent ids, `me` or `none`. */
  assignee: string[];
  team: string[];
  tag: string[];
  customer: string[];
  sla: (typeof slaFilters)[number][];
  sentiment: Case['sentiment'][];
  source: Case['source'][];
}
export type ChoiceKey = keyof Choices;
export const choiceKeys = [
  'status',
  'priority',
  'category',
  'assignee',
  'team',
  'tag',
  'customer',
  'sla',
  'sentiment',
  'source',
] as const satisfies ChoiceKey[];

/** Choices of a fixed list; the others are names that only the server knows. */
export const fixedChoices: { [K in ChoiceKey]?: readonly Choices[K][number][] } = {
  status: statuses,
  priority: priorities,
  sla: slaFilters,
  sentiment: sentiments,
  source: sources,
};

export const periodKeys = ['created', 'updated', 'due'] as const;
export type PeriodKey = (typeof periodKeys)[number];

/** What the list shows: a view narrowed by what the person chose. It lives in the address and nowhere else. */
export interface Filter extends Choices, Record<PeriodKey, string> {
  view: ViewKey;
  q: string;
  sort: SortKey;
  /** What a figure brought along. */
  exact: Exact;
}

/** The part of the query of `GET /api/cases` that decides which cases fit. */
export type Criteria = Partial<Choices> &
  Pick<CaseQuery, 'createdFrom' | 'updatedFrom' | 'dueBefore' | 'createdTo' | 'updatedTo' | 'q' | 'needsReview'> &
  ExactCriteria;

const viewCriteria: Record<ViewKey, Criteria> = {
  open: { status: openStatuses },
  mine: { status: openStatuses, assignee: ['me'] },
  unassigned: { status: openStatuses, assignee: ['none'] },
  at_risk: { status: openStatuses, sla: ['at_risk'] },
  overdue: { status: openStatuses, sla: ['breached'] },
  awaiting: { status: ['awaiting_customer'] },
  review: { status: openStatuses, needsReview: 'true' },
  resolved: { status: ['resolved'] },
  all: {},
};

const nothingChosen: Choices & Record<PeriodKey, string> = {
  status: [],
  priority: [],
  category: [],
  assignee: [],
  team: [],
  tag: [],
  customer: [],
  sla: [],
  sentiment: [],
  source: [],
  created: '',
  updated: '',
  due: '',
};

export function filterOfView(view: ViewKey): Filter {
  return { ...structuredClone(nothingChosen), view, q: '', sort: defaultSort(view), exact: {} };
}

/** Ended cases have no clock to lead, so the newest change does. */
export function defaultSort(view: ViewKey): SortKey {
  return view === 'resolved' ? '-updated' : 'due';
}

/** What a person chose replaces what the view says of the same thing. Periods that count back do so from `nowMs`. */
export function criteriaOf(filter: Filter, nowMs: number): Criteria {
  const chosen = Object.fromEntries(choiceKeys.flatMap((key) => (filter[key].length > 0 ? [[key, filter[key]]] : [])));
  const due = dueBefore(filter.due, nowMs);
  return {
    ...viewCriteria[filter.view],
    ...(chosen as Partial<Choices>),
    ...period('created', filter.created, nowMs),
    ...period('updated', filter.updated, nowMs),
    ...(due !== null && { dueBefore: due }),
    ...exactCriteria(filter.exact),
    ...(filter.q !== '' && { q: filter.q }),
  };
}

function period(name: 'created' | 'updated', text: string, nowMs: number): Criteria {
  const found = periodStart(text, nowMs);
  if (found === null) return {};
  return { [`${name}From`]: found.from, ...(found.to !== null && { [`${name}To`]: found.to }) };
}

/** The keys that the person has narrowed by, in the order of their chips. */
export function narrowedBy(filter: Filter): (ChoiceKey | PeriodKey)[] {
  return [...choiceKeys.filter((key) => filter[key].length > 0), ...periodKeys.filter((key) => filter[key] !== '')];
}

/** Whether anything but the view itself narrows the list. */
export function isNarrowed(filter: Filter): boolean {
  return filter.q !== '' || narrowedBy(filter).length > 0 || Object.keys(filter.exact).length > 0;
}
