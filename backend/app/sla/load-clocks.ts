import { caseStatuses, endedStatuses } from '../../domain/vocabulary.ts';
import type { CaseIndex } from '../../ports/case-index.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { DueIndex } from './due-index.ts';

export interface LoadDeps {
  index: CaseIndex;
  store: CaseStore;
  due: DueIndex;
}

const pageSize = 200;
const open = { status: caseStatuses.filter((status) => !endedStatuses.includes(status)) };

/** Reads every open case, once after a start, those due first. Changes that come meanwhile are not overwritten. */
export async function loadClocks({ index, store, due }: LoadDeps): Promise<void> {
  let after: string | undefined;
  while (!due.loaded) {
    const page = { limit: pageSize, ...(after !== undefined && { after }) };
    const found = await index.find(open, { key: 'due', descending: false }, page);
    for (const item of await Promise.all(found.cases.map(({ id }) => store.get(id)))) {
      if (item !== undefined) due.putEarlier(item.value);
    }
    after = found.next;
    if (after === undefined) due.markLoaded();
  }
}
