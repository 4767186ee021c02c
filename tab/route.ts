import {
  defaultSort,
  type Filter,
  filterOfView,
  priorities,
  sortKeys,
  statuses,
  viewKeys,
} from './features/cases/filter.ts';

/** Pages beside the cases. Each is loaded when it is first opened. */
export const pageKeys = ['operations', 'settings'] as const;
export type PageKey = (typeof pageKeys)[number];

/** Where somebody is: the list, one case with the list behind it, or another page. The address holds all of it. */
export interface Route {
  /** Absent for the cases. */
  page?: PageKey;
  /** A page's own words in the address, such as its tab and filters. */
  place?: Record<string, string>;
  filter: Filter;
  /** Number or id of the open case, or null for the list. */
  caseId: string | null;
}

/** Reads the query part of an address; whatever it does not know, it leaves out. */
export function readRoute(search: string): Route {
  const params = new URLSearchParams(search);
  const view = viewKeys.find((key) => key === params.get('view')) ?? 'open';
  const chosen = (name: string) => (params.get(name) ?? '').split(',').filter((part) => part !== '');
  const known = <T extends string>(name: string, all: readonly T[]) => all.filter((key) => chosen(name).includes(key));
  const page = pageKeys.find((key) => key === params.get('page'));
  return {
    ...(page !== undefined && { page, place: placeIn(params) }),
    caseId: page === undefined ? params.get('case') : null,
    filter: {
      ...filterOfView(view),
      status: known('status', statuses),
      priority: known('priority', priorities),
      category: chosen('category'),
      assignee: chosen('assignee'),
      q: params.get('q') ?? '',
      sort: sortKeys.find((key) => key === params.get('sort')) ?? defaultSort(view),
    },
  };
}

const taken = ['page', 'case', 'view', 'status', 'priority', 'category', 'assignee', 'q', 'sort'];

function placeIn(params: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...params].filter(([name, value]) => !taken.includes(name) && value !== ''));
}

/** The query part of the address of a route, the shortest that reads back the same. */
export function writeRoute({ page, place, filter, caseId }: Route): string {
  if (page !== undefined) return `?${new URLSearchParams({ page, ...place })}`;
  const params = new URLSearchParams();
  if (caseId !== null) params.set('case', caseId);
  if (filter.view !== 'open') params.set('view', filter.view);
  for (const name of ['status', 'priority', 'category', 'assignee'] as const) {
    if (filter[name].length > 0) params.set(name, filter[name].join(','));
  }
  if (filter.q !== '') params.set('q', filter.q);
  if (filter.sort !== defaultSort(filter.view)) params.set('sort', filter.sort);
  const text = params.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}
