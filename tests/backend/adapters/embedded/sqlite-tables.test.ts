import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'libsql';
import { openSqliteTables } from '../../../../backend/adapters/embedded/sqlite-tables.ts';
import { tableBackendSuite } from '../../../port-suites/table-backend.ts';

describe('the embedded store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'embedded-'));
  after(() => rmSync(folder, { recursive: true }));

  it('takes over a file of the earlier form with everything that is in it', async () => {
    const path = join(folder, 'earlier.db');
    const earlier = new Database(path);
    earlier.exec(`CREATE TABLE rows(
      tbl TEXT NOT NULL, part TEXT NOT NULL, row TEXT NOT NULL, value TEXT NOT NULL, etag TEXT NOT NULL,
      PRIMARY KEY (tbl, part, row)) WITHOUT ROWID`);
    const insert = earlier.prepare('INSERT INTO rows VALUES (?, ?, ?, ?, ?)');
    for (const row of ['c', 'a', 'b']) insert.run('core', 'local|s00', row, JSON.stringify({ row }), `etag-${row}`);
    earlier.close();

    const tables = openSqliteTables({ path });
    const partition = { table: 'core', key: 'local|s00' } as const;
    const expected = ['a', 'b', 'c'].map((row) => ({ row, value: { row }, etag: `etag-${row}` }));
    assert.deepEqual(await tables.range(partition, {}), expected);
    const changed = [{ kind: 'replace', row: 'b', value: { row: 'new' }, ifMatch: 'etag-b' } as const];
    assert.equal((await tables.commit(partition, changed)).kind, 'committed');
    await tables.close();

    const again = openSqliteTables({ path });
    assert.deepEqual((await again.get(partition, 'b'))?.value, { row: 'new' });
    assert.equal((await again.range(partition, {})).length, 3);
    await again.close();
  });

  it('takes its journal over beside the writers, and leaves none behind', async () => {
    const path = join(folder, 'busy.db');
    const tables = openSqliteTables({ path });
    const partition = { table: 'core', key: 'local|s00' } as const;
    const text = 'x'.repeat(2_000);
    const row = (n: number) => `c|${String(n).padStart(5, '0')}`;
    const writeAll = async (round: number) => {
      const commits = Array.from({ length: 1_000 }, (_, n) =>
        tables.commit(partition, [{ kind: 'upsert', row: row(n), value: { round, text } }]),
      );
      assert.ok((await Promise.all(commits)).every(({ kind }) => kind === 'committed'));
    };
    await writeAll(1);
    // Nobody closed the file, and the writers took nothing over.
    await eventually(() => statSync(path).size > 1_000_000);
    for (let round = 2; round <= 12; round++) await writeAll(round);
    assert.ok(statSync(`${path}-wal`).size < 30_000_000, `${statSync(`${path}-wal`).size} bytes`);
    assert.deepEqual((await tables.get(partition, row(999)))?.value, { round: 12, text });
    await tables.close();
    assert.ok(!existsSync(`${path}-wal`) || statSync(`${path}-wal`).size === 0);
    const again = openSqliteTables({ path });
    assert.deepEqual((await again.get(partition, row(500)))?.value, { round: 12, text });
    await again.close();
  });

  tableBackendSuite('The embedded store', async () => openSqliteTables({ path: join(folder, 'handyconnect.db') }));
});

async function eventually(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!holds()) {
    assert.ok(Date.now() < deadline, 'it did not happen');
    await sleep(10);
  }
}
