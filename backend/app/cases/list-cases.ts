import type { CaseFilter, CaseSort } from '../../ports/case-index.ts';
import type { CasePage } from './case-use-cases.ts';
import type { CaseDeps } from './deps.ts';

/** A page of a list, its cases read from the store. A case that changed since it was found shows as it is now. */
export async function listCases(
  deps: Pick<CaseDeps, 'index' | 'store'>,
  filter: CaseFilter,
  sort: CaseSort,
  page: { limit: number; after?: string },
): Promise<CasePage> {
  const { cases, total, next } = await deps.index.find(filter, sort, page);
  const read = await Promise.all(cases.map(({ id }) => deps.store.get(id)));
  const items = read.filter((one) => one !== undefined);
  return { items, total, ...(next !== undefined && { next }) };
}
