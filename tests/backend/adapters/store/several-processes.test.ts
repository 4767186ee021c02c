import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCaseStore } from '../../../../backend/adapters/store/case-store.ts';
import { MemoryBlobs } from '../../../fakes/memory-blobs.ts';
import { azuritePort, freshName, tableConnectionString, useAzurite } from '../../../support/azurite.ts';
import { startChild } from '../../../support/child.ts';
import { openTablesAt, type TablesPlace } from '../../../support/open-tables.ts';

describe('several processes that open cases at once', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'numbers-'));
  after(() => rmSync(folder, { recursive: true }));
  useAzurite('table');

  it('number every case differently in one embedded file', async () => {
    await openCasesIn({ path: join(folder, 'handyconnect.db') });
  });

  it('number every case differently in one storage account', async () => {
    await openCasesIn({ connection: tableConnectionString(await azuritePort('table')), prefix: freshName() });
  });
});

async function openCasesIn(place: TablesPlace): Promise<void> {
  const file = new URL('./numbering-process.ts', import.meta.url);
  const children = Array.from({ length: 4 }, () => startChild(file, { place, count: 50 }));
  assert.deepEqual(await Promise.all(children.map((child) => child.ended)), [0, 0, 0, 0]);
  const numbers = children.flatMap((child) => child.lines);
  assert.equal(numbers.length, 200);
  assert.equal(new Set(numbers).size, 200);
  const backend = await openTablesAt(place);
  const store = await openCaseStore({ backend, blobs: new MemoryBlobs(), shards: 2 });
  const cases = (await Promise.all([0, 1].map((shard) => store.scan(shard, null, 1_000)))).flat();
  assert.deepEqual(cases.map((c) => c.value.number).sort(), numbers.sort());
  const heads = await store.heads();
  assert.equal(
    heads.reduce((sum, head) => sum + head, 0),
    200,
  );
  await backend.close();
}
