import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSqliteTables } from '../../../backend/adapters/embedded/sqlite-tables.ts';
import { openCaseStore, type TableCaseStore } from '../../../backend/adapters/store/case-store.ts';
import { system } from '../../../backend/domain/access/actor.ts';
import { MemoryCaseIndex } from '../../../backend/readmodel/case-index.ts';
import { Tailer } from '../../../backend/readmodel/tailer.ts';
import { aCase } from '../../builders/case.ts';
import { MemoryBlobs } from '../../fakes/memory-blobs.ts';
import { MemoryTables } from '../../fakes/memory-tables.ts';
import { TestClock } from '../../fakes/test-clock.ts';
import { TestLog } from '../../fakes/test-log.ts';

const longerThanAMoment = 5;

describe('What is read from memory', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'handyconnect-current-'));
  const opened = () => openSqliteTables({ path: path.join(folder, 'test.db') });
  const [mine, theirs] = [opened(), opened()];
  const storeOn = (backend: typeof mine) => openCaseStore({ backend, blobs: new MemoryBlobs(), shards: 4 });
  const tailerOf = (store: TableCaseStore) => new Tailer(store, new MemoryCaseIndex(new TestClock()), new TestLog());
  async function write(store: TableCaseStore): Promise<void> {
    const value = aCase();
    await store.transact(value.id, `write|${value.id}`, async (tx) => {
      tx.putCase(value);
      const of = { kind: 'case.changed' as const, caseId: value.id, at: value.createdAt, actor: system };
      tx.record({ ...of, changes: [], messageId: null, mail: null, reason: null });
    });
  }
  after(async () => {
    await Promise.all([mine.close(), theirs.close()]);
    rmSync(folder, { recursive: true });
  });

  it('is known to be behind as soon as anybody has committed, until that has been read', async () => {
    const [here, there] = await Promise.all([storeOn(mine), storeOn(theirs)]);
    const tailer = tailerOf(here);
    assert.equal(tailer.isCurrent(), false);
    await tailer.start();
    await sleep(longerThanAMoment);
    assert.equal(tailer.isCurrent(), true);

    tailer.stop();
    await write(here);
    assert.equal(tailer.isCurrent(), false);
    await tailer.catchUpAll();
    await sleep(longerThanAMoment);
    assert.equal(tailer.isCurrent(), true);

    await write(there);
    await sleep(longerThanAMoment);
    assert.equal(tailer.isCurrent(), false);
    await tailer.catchUpAll();
    await sleep(longerThanAMoment);
    assert.equal(tailer.isCurrent(), true);
  });

  it('is never taken for the newest where others write without our noticing', async () => {
    const store = await openCaseStore({ backend: new MemoryTables(), blobs: new MemoryBlobs(), shards: 4 });
    const tailer = tailerOf(store);
    await tailer.start();
    assert.equal(tailer.isCurrent(), false);
  });
});
