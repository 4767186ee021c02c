import { caseStatuses } from '../../domain/vocabulary.ts';
import type { WorkflowDeps } from './deps.ts';

const pageSize = 500;
const open = { status: caseStatuses.filter((status) => status !== 'closed') };

/** Reads every case that is not closed, once after a start. Changes that come meanwhile are not overwritten. */
export async function loadOpenWork(deps: Pick<WorkflowDeps, 'index' | 'store' | 'openWork' | 'pause'>): Promise<void> {
  const { index, store, openWork } = deps;
  let after: string | undefined;
  while (!openWork.loaded) {
    const page = { limit: pageSize, ...(after !== undefined && { after }) };
    const found = await index.find(open, { key: 'created', descending: false }, page);
    for (const value of await Promise.all(found.cases.map(({ id }) => store.get(id)))) {
      if (value !== undefined) openWork.putEarlier(value.value);
    }
    after = found.next;
    if (after === undefined) openWork.markLoaded();
    await deps.pause();
  }
}
