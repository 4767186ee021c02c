import assert from 'node:assert/strict';
import { openCaseStore } from '../../../../backend/adapters/store/case-store.ts';
import { cryptoIds } from '../../../../backend/adapters/system/ids.ts';
import { openAzureTables } from '../../../../backend/adapters/tables/azure-tables.ts';
import { isFailure } from '../../../../backend/domain/failure.ts';
import type { TableBackend } from '../../../../backend/ports/table-backend.ts';
import { aCase } from '../../../builders/case.ts';
import { anEvent } from '../../../builders/stored.ts';
import { MemoryBlobs } from '../../../fakes/memory-blobs.ts';
import { azuritePort, freshName, tableConnectionString, useAzurite } from '../../../support/azurite.ts';
import { type Cut, type CuttingProxy, startCuttingProxy } from '../../../support/cutting-proxy.ts';

describe('Azure Table Storage behind a connection that breaks', function () {
  this.timeout(60_000);
  useAzurite('table');
  let proxy: CuttingProxy;
  let broken: TableBackend;
  let whole: TableBackend;
  const partition = { table: 'core', key: 'local|broken' } as const;

  before(async () => {
    const prefix = freshName();
    const port = await azuritePort('table');
    proxy = await startCuttingProxy(port);
    broken = await openAzureTables({ connection: tableConnectionString(proxy.port), prefix });
    whole = await openAzureTables({ connection: tableConnectionString(port), prefix });
  });
  after(() => proxy.close());
  afterEach(() => {
    proxy.cut = 'none';
  });

  it('says that it does not know when the answer to a write is lost', async () => {
    proxy.cut = 'after';
    const result = await broken.commit(partition, [{ kind: 'create', row: 'arrived', value: { n: 1 } }]);
    assert.equal(result.kind, 'unknown');
    assert.equal(proxy.cuts, 1, 'a commit is never repeated behind our back');
    assert.deepEqual((await whole.get(partition, 'arrived'))?.value, { n: 1 });
  });

  it('says that it does not know when the write itself is lost', async () => {
    proxy.cut = 'before';
    const result = await broken.commit(partition, [{ kind: 'create', row: 'lost', value: {} }]);
    assert.equal(result.kind, 'unknown');
    assert.equal(await whole.get(partition, 'lost'), undefined);
  });

  it('reads again by itself, and is unavailable when that does not help', async () => {
    await whole.commit(partition, [{ kind: 'upsert', row: 'there', value: { n: 1 } }]);
    proxy.cut = 'after';
    setTimeout(() => {
      proxy.cut = 'none';
    }, 100);
    assert.deepEqual((await broken.get(partition, 'there'))?.value, { n: 1 });
    proxy.cut = 'before';
    await assert.rejects(broken.get(partition, 'there'), (e) => isFailure(e, 'unavailable'));
    await assert.rejects(broken.ping(), (e) => isFailure(e, 'unavailable'));
  });

  it('is unavailable at start when nobody answers', async () => {
    proxy.cut = 'before';
    const opening = openAzureTables({ connection: tableConnectionString(proxy.port), prefix: freshName() });
    await assert.rejects(opening, (e) => isFailure(e, 'unavailable'));
  });

  it('changes a case exactly once for every transaction, however often the connection breaks', async () => {
    const store = await openCaseStore({ backend: broken, blobs: new MemoryBlobs(), shards: 1 });
    const value = aCase({ id: cryptoIds.caseId(), subject: '' });
    await store.transact(value.id, 'open', async (tx) => {
      tx.putCase(value);
      tx.record(anEvent(value.id));
    });
    const cutsBefore = proxy.cuts;
    const breaking = setInterval(() => cutFor(12, Math.random() < 0.7 ? 'after' : 'before'), 60);
    for (let round = 0; round < 12; round++) {
      await Promise.all(
        ['a', 'b', 'c'].map((lane) =>
          untilAnswered(() =>
            store.transact(value.id, `${lane}${round}`, async (tx) => {
              const current = await tx.case(value.id);
              assert.ok(current);
              tx.putCase({ ...current.value, subject: `${current.value.subject}[${lane}${round}]` });
              tx.record(anEvent(value.id));
            }),
          ),
        ),
      );
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    clearInterval(breaking);
    proxy.cut = 'none';
    assert.ok(proxy.cuts > cutsBefore, 'the connection must have broken');
    const marks = (await store.get(value.id))?.value.subject.match(/\[\w+\]/g) ?? [];
    assert.equal(marks.length, 36);
    assert.equal(new Set(marks).size, 36);
    const history = await store.history(value.id);
    assert.deepEqual(
      history.map((e) => e.seq),
      Array.from({ length: 37 }, (_, i) => i + 1),
    );
  });

  /** A caller that was told `unavailable` runs the same operation again, which must not count twice. */
  async function untilAnswered(run: () => Promise<unknown>): Promise<void> {
    for (;;) {
      try {
        await run();
        return;
      } catch (error) {
        if (!isFailure(error, 'unavailable')) throw error;
      }
    }
  }

  function cutFor(ms: number, cut: Cut): void {
    proxy.cut = cut;
    setTimeout(() => {
      proxy.cut = 'none';
    }, ms);
  }
});
