import {
  defaultSort,
  type Filter,
  filterOfView,
  priorities,
  sortKeys,
  statuses,
  viewKeys,
} from './features/cases/filter.ts';

/** Where somebody is: the list, or one case with the list behind it. The address holds all of it. */
export interface Route {
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
  return {
    caseId: params.get('case'),
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

/** The query part of the address of a route, the shortest that reads back the same. */
export function writeRoute({ filter, caseId }: Route): string {
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
