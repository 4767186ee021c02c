import type { CaseFilterQuery, CaseQuery } from '../contracts/case.ts';
import type { WeekHour } from '../domain/analytics/local-hour.ts';
import { type CaseFilter, type CaseSort, caseSortKeys } from '../ports/case-index.ts';

const instants = [
  'createdFrom',
  'createdTo',
  'updatedFrom',
  'updatedTo',
  'dueBefore',
  'answeredFrom',
  'answeredTo',
  'resolvedFrom',
  'resolvedTo',
  'reopenedFrom',
  'reopenedTo',
  'askedFrom',
  'askedTo',
  'ratedFrom',
  'ratedTo',
] as const;

/** The filter that a list's query stands for: `me` is the caller, `none` is nobody, instants are in UTC. */
export function filterFrom(query: CaseFilterQuery, callerId: string): CaseFilter {
  const filter: CaseFilter = {};
  for (const name of [
    'status',
    'priority',
    'category',
    'sentiment',
    'language',
    'tag',
    'customer',
    'sla',
    'source',
    'promise',
    'zone',
  ] as const) {
    if (query[name] !== undefined) Object.assign(filter, { [name]: query[name] });
  }
  for (const name of instants) {
    const instant = query[name];
    if (instant !== undefined) filter[name] = new Date(instant).toISOString();
  }
  if (query.team !== undefined) filter.team = query.team.map((word) => (word === 'none' ? null : word));
  if (query.rating !== undefined) filter.rating = query.rating.map(Number);
  if (query.arrived !== undefined) filter.arrived = query.arrived.map(weekHourFrom);
  if (query.complaint !== undefined) filter.complaint = query.complaint === 'true';
  if (query.needsReview !== undefined) filter.needsReview = query.needsReview === 'true';
  if (query.assignee !== undefined) filter.assignee = query.assignee.map((word) => assigneeFrom(word, callerId));
  if (query.q !== undefined && query.q.trim() !== '') filter.q = query.q.trim();
  return filter;
}

/** `1-09` is Monday from nine to ten. */
function weekHourFrom(word: string): WeekHour {
  return { weekday: Number(word.slice(0, 1)) - 1, hour: Number(word.slice(2)) };
}

function assigneeFrom(word: string, callerId: string): string | null {
  if (word === 'none') return null;
  return word === 'me' ? callerId : word;
}

/** What is searched for comes in order of relevance, everything else by what is due first, unless the query says otherwise. */
export function sortOf({ sort, q }: Pick<CaseQuery, 'sort' | 'q'>): CaseSort {
  const searching = q !== undefined && q.trim() !== '';
  const word = sort ?? (searching ? 'relevance' : 'due');
  const descending = word.startsWith('-');
  const key = caseSortKeys.find((known) => known === word.slice(descending ? 1 : 0)) ?? 'due';
  return { key, descending };
}

export function pageFrom(query: Pick<CaseQuery, 'limit' | 'after'>): { limit: number; after?: string } {
  return { limit: query.limit, ...(query.after !== undefined && { after: query.after }) };
}
