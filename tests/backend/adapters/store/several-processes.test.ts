import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCaseStore } from '../../../../backend/adapters/store/case-store.ts';
import { aCase } from '../../../builders/case.ts';
import { anEvent } from '../../../builders/stored.ts';
import { MemoryBlobs } from '../../../fakes/memory-blobs.ts';
import { azuritePort, freshName, tableConnectionString, useAzurite } from '../../../support/azurite.ts';
import { startChild } from '../../../support/child.ts';
import { openTablesAt, type TablesPlace } from '../../../support/open-tables.ts';

describe('four processes on one store, over midnight', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'four-'));
  after(() => rmSync(folder, { recursive: true }));
  useAzurite('table');

  it('create 200 cases and change one 20 times without losing anything, in one embedded file', async () => {
    await workTogether({ path: join(folder, 'handyconnect.db') });
  });

  it('create 200 cases and change one 20 times without losing anything, in one storage account', async () => {
    await workTogether({ connection: tableConnectionString(await azuritePort('table')), prefix: freshName() });
  });
});

async function workTogether(place: TablesPlace): Promise<void> {
  const backend = await openTablesAt(place);
  const store = await openCaseStore({ backend, blobs: new MemoryBlobs(), shards: 2 });
  const value = aCase({ id: 'a'.repeat(24), number: 'HC-1' });
  await store.transact(value.id, 'open', async (tx) => {
    tx.putCase(value);
    tx.record(anEvent(value.id, { kind: 'case.opened' }));
  });
  const seen = { id: value.id, etag: (await store.get(value.id))?.etag };
  const file = new URL('./editing-process.ts', import.meta.url);
  const children = ['p1', 'p2', 'p3', 'p4'].map((name) =>
    startChild(file, { place, name, creates: 50, edits: 5, seen }),
  );
  assert.deepEqual(await Promise.all(children.map((child) => child.ended)), [0, 0, 0, 0]);
  const lines = children.flatMap((child) => child.lines.map((line) => line.split(' ')));
  const created = lines.filter(([what]) => what === 'created');
  assert.equal(created.length, 200);
  assert.equal(new Set(created.map(([, number]) => number)).size, 200);
  assert.ok(created.every(([, , at]) => at?.startsWith('2026-11-2')));
  const cases = (await Promise.all([0, 1].map((shard) => store.scan(shard, null, 1_000)))).flat();
  assert.deepEqual(
    cases.map((one) => one.value.number).sort(),
    [value.number, ...created.map(([, number]) => number ?? '')].sort(),
  );
  const outcomes = lines.filter(([what]) => what !== 'created').map(([what]) => what);
  assert.deepEqual([outcomes.length, outcomes.filter((what) => what === 'won').length], [20, 1]);
  assert.equal(outcomes.filter((what) => what === 'stale').length, 19);
  const tags = (await store.get(value.id))?.value.tags ?? [];
  const wanted = [1, 2, 3, 4].flatMap((p) => [0, 1, 2, 3, 4].map((n) => `p${p}-${n}`));
  assert.deepEqual([...tags].sort(), wanted);
  const subjects = (await store.history(value.id)).filter((event) => event.changes.some((c) => c.field === 'subject'));
  assert.equal(subjects.length, 1);
  await backend.close();
}
