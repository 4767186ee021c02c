import { exactKeys, readExact } from './features/cases/exact.ts';
import {
  choiceKeys,
  defaultSort,
  type Filter,
  filterOfView,
  fixedChoices,
  periodKeys,
  sortKeys,
  viewKeys,
} from './features/cases/filter.ts';
import { dueBefore, periodStart } from './features/cases/periods.ts';

/** Pages beside the cases. Each is loaded when it is first opened. */
export const pageKeys = [
  'work',
  'dashboard',
  'performance',
  'reports',
  'ask',
  'knowledge',
  'operations',
  'settings',
] as const;
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
  const page = pageKeys.find((key) => key === params.get('page'));
  return {
    ...(page !== undefined && { page, place: placeIn(params) }),
    caseId: page === undefined ? params.get('case') : null,
    filter: readFilter(params),
  };
}

/** The filter in an address, or in the query of a saved view. */
export function readFilter(params: URLSearchParams): Filter {
  const view = viewKeys.find((key) => key === params.get('view')) ?? 'open';
  const filter = filterOfView(view);
  for (const key of choiceKeys) {
    const fixed: readonly string[] | undefined = fixedChoices[key];
    const chosen = params
      .getAll(key)
      .flatMap((value) => value.split(','))
      .filter((value) => value !== '');
    const list: string[] = filter[key];
    list.push(...(fixed === undefined ? chosen : fixed.filter((value) => chosen.includes(value))));
  }
  for (const key of periodKeys) {
    const text = params.get(key) ?? '';
    if ((key === 'due' ? dueBefore(text, 0) : periodStart(text, 0)) !== null) filter[key] = text;
  }
  return {
    ...filter,
    exact: readExact(params),
    q: params.get('q') ?? '',
    sort: sortKeys.find((key) => key === params.get('sort')) ?? filter.sort,
  };
}

const taken = ['page', 'case', 'view', 'q', 'sort', ...choiceKeys, ...periodKeys, ...exactKeys];

function placeIn(params: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...params].filter(([name, value]) => !taken.includes(name) && value !== ''));
}

/** The query part of the address of a route, the shortest that reads back the same. */
export function writeRoute({ page, place, filter, caseId }: Route): string {
  if (page !== undefined) return `?${new URLSearchParams({ page, ...place })}`;
  const text = [caseId === null ? '' : `${new URLSearchParams({ case: caseId })}`, writeFilter(filter)]
    .filter((part) => part !== '')
    .join('&');
  return text === '' ? '' : `?${text}`;
}

/** The query part that holds a filter, without the question mark. */
export function writeFilter(filter: Filter): string {
  const params = new URLSearchParams();
  if (filter.view !== 'open') params.set('view', filter.view);
  for (const name of choiceKeys) if (filter[name].length > 0) params.set(name, filter[name].join(','));
  for (const name of periodKeys) if (filter[name] !== '') params.set(name, filter[name]);
  for (const name of exactKeys) if (filter.exact[name] !== undefined) params.set(name, filter.exact[name]);
  if (filter.q !== '') params.set('q', filter.q);
  if (filter.sort !== defaultSort(filter.view)) params.set('sort', filter.sort);
  return params.toString().replaceAll('%2C', ',');
}
