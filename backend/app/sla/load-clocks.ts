import { endedStatuses } from '../../domain/vocabulary.ts';
import type { CaseIndex } from '../../ports/case-index.ts';
import type { DueIndex } from './due-index.ts';

export interface LoadDeps {
  index: Pick<CaseIndex, 'notClosed'>;
  due: DueIndex;
  /** Lets others have their turn in between. */
  pause: () => Promise<void>;
}

/** Takes every open case from memory, once after a start. Changes that come meanwhile are not overwritten. */
export async function loadClocks({ index, due, pause }: LoadDeps): Promise<void> {
  if (due.loaded) return;
  for (const slice of index.notClosed()) {
    for (const one of slice) if (!endedStatuses.includes(one.status)) due.putEarlier(one);
    await pause();
  }
  due.markLoaded();
}
