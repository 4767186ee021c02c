import { openCaseStore, type TableCaseStore } from '../../backend/adapters/store/case-store.ts';
import { TableSettingsStore } from '../../backend/adapters/store/settings-store.ts';
import { DueIndex } from '../../backend/app/sla/due-index.ts';
import { keepClocks } from '../../backend/app/sla/keep-clocks.ts';
import { loadClocks } from '../../backend/app/sla/load-clocks.ts';
import { SlaBook } from '../../backend/app/sla/sla-book.ts';
import type { WatchDeps } from '../../backend/app/sla/watch-clocks.ts';
import { defaultSettings } from '../../backend/default-settings.ts';
import type { Holidays } from '../../backend/ports/holidays.ts';
import type { TableBackend } from '../../backend/ports/table-backend.ts';
import { MemoryCaseIndex } from '../../backend/readmodel/case-index.ts';
import { Tailer } from '../../backend/readmodel/tailer.ts';
import { MemoryBlobs } from '../fakes/memory-blobs.ts';
import type { TestClock } from '../fakes/test-clock.ts';
import { TestLog } from '../fakes/test-log.ts';

export interface SlaWorld {
  store: TableCaseStore;
  settings: TableSettingsStore;
  book: SlaBook;
  watch: WatchDeps;
  /** Resolves once everything committed so far is known. */
  catchUp(): Promise<void>;
  /** Follows the store no longer. */
  die(): void;
}

export const noCountries: Holidays = { prepare: async () => false, ofYear: () => new Map() };

/** A process that keeps clocks, as it is right after its start: everything in memory comes from the tables. */
export async function slaWorld(backend: TableBackend, clock: TestClock, follow = true): Promise<SlaWorld> {
  const log = new TestLog();
  const settings = new TableSettingsStore(backend, defaultSettings([], []));
  const book = new SlaBook({ settings, holidays: noCountries, log });
  await book.refresh();
  const terms = () => book.terms();
  const completion = keepClocks(terms);
  const store = await openCaseStore({ backend, blobs: new MemoryBlobs(), shards: 4, completion });
  const due = new DueIndex();
  const index = new MemoryCaseIndex(clock);
  const tailer = new Tailer(store, index, log);
  if (follow) {
    await tailer.start();
    tailer.follow((change) => change.case !== null && due.put(change.case.value));
    await loadClocks({ index, due, pause: async () => {} });
  } else {
    for (let shard = 0; shard < store.shardCount; shard++) {
      for (const item of await store.scan(shard, null, 100_000)) due.put(item.value);
    }
    due.markLoaded();
  }
  return {
    store,
    settings,
    book,
    watch: { store, clock, log, due, terms },
    catchUp: () => tailer.catchUpAll(),
    die: () => tailer.stop(),
  };
}
