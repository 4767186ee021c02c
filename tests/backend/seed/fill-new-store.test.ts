import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import { TableCaseNumbers } from '../../../backend/adapters/store/case-numbers.ts';
import { openCaseStore } from '../../../backend/adapters/store/case-store.ts';
import { TableMailDecisions } from '../../../backend/adapters/store/mail-decisions.ts';
import { systemClock } from '../../../backend/adapters/system/system-clock.ts';
import { openStorage } from '../../../backend/compose-storage.ts';
import { type Config, loadConfig } from '../../../backend/config.ts';
import { fillNewStore, isNewStore } from '../../../backend/seed/fill-new-store.ts';
import { followersOf } from '../../../backend/seed/followers.ts';
import { readWorld } from '../../../backend/seed/made-up-world.ts';
import { skipMadeUp } from '../../../backend/seed/skip-made-up.ts';
import { writeCases } from '../../../backend/seed/write-cases.ts';

const wanted = { cases: 300, mails: null };
const nowMs = Date.parse('2026-05-06T09:00:00Z');

interface StoredRow {
  tbl: string;
  part: string;
  row: string;
  value: string;
}

/** Every row, without what names the process that wrote it. */
function rowsIn(dataDir: string): StoredRow[] {
  const db = new Database(path.join(dataDir, 'handyconnect.db'), { readonly: true });
  const rows = db.prepare('SELECT tbl, part, row, value FROM rows ORDER BY tbl, part, row').all() as StoredRow[];
  db.close();
  return rows.map((row) => ({ ...row, value: row.value.replace(/"batch":"[^"]+"/, '"batch":""') }));
}

describe('Filling a store that is not there yet', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'handyconnect-fill-'));
  const configOf = (name: string): Config => loadConfig({ DATA_DIR: path.join(folder, name) });
  const [filled, committed] = [configOf('filled'), configOf('committed')];
  const written = { cases: 0, messages: 0 };

  before(async () => {
    await fillNewStore(filled, wanted, nowMs, written);
    const { tables, blobs, shards } = await openStorage(committed, systemClock);
    const world = await readWorld(committed, tables, nowMs);
    const store = await openCaseStore({ backend: tables, blobs, shards, completion: world.completion });
    const deps = { ...world, store, numbers: new TableCaseNumbers(tables, systemClock) };
    await writeCases({ ...deps, decisions: new TableMailDecisions(tables) }, wanted, { cases: 0, messages: 0 }, 1);
    for (const follower of followersOf(tables)) await skipMadeUp(store, follower);
    await tables.close();
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('leaves the very rows that commits one after another leave', () => {
    // Numbers are taken in blocks there, and timers were looked at only here.
    const own = ({ row }: StoredRow) => row !== 'numbers' && row !== 'timers-done';
    const [here, there] = [rowsIn(filled.dataDir).filter(own), rowsIn(committed.dataDir).filter(own)];
    assert.ok(there.length > 2_000, `${there.length} rows`);
    assert.deepEqual(here, there);
  });

  it('counts what it wrote, and leaves nothing but the store', () => {
    assert.equal(written.cases, wanted.cases);
    assert.ok(written.messages > wanted.cases);
    assert.deepEqual(readdirSync(filled.dataDir), ['handyconnect.db']);
    assert.ok(existsSync(path.join(filled.dataDir, 'handyconnect.db')));
  });

  it('goes on with ordinary commits behind the last number and the last event', async () => {
    const { tables, blobs, shards } = await openStorage(filled, systemClock);
    assert.equal(await new TableCaseNumbers(tables, systemClock).next(), 'HC-1301');
    const store = await openCaseStore({ backend: tables, blobs, shards });
    const [first] = await store.scan(0, null, 1);
    assert.ok(first !== undefined);
    const [head = 0] = await store.heads();
    const { value } = first;
    await store.transact(value.id, 'test', async (tx) => {
      const found = await tx.case(value.id);
      assert.ok(found !== undefined);
      tx.putCase({ ...found.value, subject: 'Changed' });
      const actor = { id: 'a', name: 'A', role: null, surface: 'api' as const };
      const event = { kind: 'case.changed' as const, caseId: value.id, at: found.value.updatedAt, actor, changes: [] };
      tx.record({ ...event, messageId: null, mail: null, reason: null });
    });
    assert.deepEqual(
      (await store.tail(0, head, 10)).map(({ seq, opId }) => [seq, opId]),
      [[head + 1, 'test']],
    );
    assert.equal((await store.history(value.id)).at(-1)?.seq, head + 1);
    await tables.close();
  });

  it('is only for a store that is not there', () => {
    assert.equal(isNewStore(configOf('another')), true);
    assert.equal(isNewStore(filled), false);
    assert.equal(isNewStore({ ...configOf('another'), storage: { kind: 'azure', connectionString: 'x' } }), false);
  });
});
