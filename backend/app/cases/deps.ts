import type { CaseIndex } from '../../ports/case-index.ts';
import type { CaseNumbers, CaseStore } from '../../ports/case-store.ts';
import type { Directory } from '../../ports/directory.ts';
import type { Clock, Ids } from '../../ports/system.ts';

/** What every use case on cases needs. */
export interface CaseDeps {
  store: CaseStore;
  index: CaseIndex;
  numbers: CaseNumbers;
  directory: Directory;
  clock: Clock;
  ids: Ids;
}
