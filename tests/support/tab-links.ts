import { pageKeys, readRoute } from '../../tab/route.ts';

/** Whether a link of a card opens a page that is there: the tab's list, one of its pages, or a case. */
export function leadsSomewhere(link: string): boolean {
  const { pathname, searchParams, search } = new URL(link);
  if (pathname !== '/tab/') return false;
  const page = searchParams.get('page');
  if (page !== null) return pageKeys.some((key) => key === page) && readRoute(search).page === page;
  return search === '' || /^HC-\d+$/u.test(readRoute(search).caseId ?? '');
}
