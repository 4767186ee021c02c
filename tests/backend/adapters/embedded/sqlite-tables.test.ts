import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

  tableBackendSuite('The embedded store', async () => openSqliteTables({ path: join(folder, 'handyconnect.db') }));
});
