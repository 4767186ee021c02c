import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RowCache } from '../../../../backend/adapters/embedded/row-cache.ts';
import { openSqliteTables } from '../../../../backend/adapters/embedded/sqlite-tables.ts';

const partition = { table: 'core' as const, key: 'local|s00' };

describe('Rows kept in memory', () => {
  it('are never older than what another process has written', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'handyconnect-cache-'));
    const [mine, theirs] = [1, 2].map(() => openSqliteTables({ path: path.join(folder, 'test.db') }));
    assert.ok(mine && theirs);
    const readBy = async (tables: typeof mine) => (await tables.get(partition, 'a'))?.value.n;
    const write = (tables: typeof mine, n: number) =>
      tables.commit(partition, [{ kind: 'upsert', row: 'a', value: { n } }]);
    assert.equal(await readBy(mine), undefined);
    for (let n = 0; n < 20; n += 2) {
      await write(theirs, n);
      assert.equal(await readBy(mine), n);
      await write(mine, n + 1);
      assert.deepEqual([await readBy(mine), await readBy(theirs)], [n + 1, n + 1]);
    }
    await theirs.commit(partition, [{ kind: 'delete', row: 'a' }]);
    assert.equal(await readBy(mine), undefined);
    await Promise.all([mine.close(), theirs.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('give every reader values of its own', async () => {
    const tables = openSqliteTables({ path: ':memory:' });
    await tables.commit(partition, [{ kind: 'upsert', row: 'a', value: { list: [1] } }]);
    const first = await tables.get(partition, 'a');
    assert.ok(first);
    (first.value.list as number[]).push(2);
    assert.deepEqual((await tables.get(partition, 'a'))?.value, { list: [1] });
    await tables.close();
  });

  it('stay within their size, and the oldest go first', () => {
    const cache = new RowCache();
    const big = 'x'.repeat(5_000_000);
    for (const row of ['a', 'b', 'c', 'd']) cache.set(row, { value: big, etag: '1' });
    assert.equal(cache.get('a'), undefined);
    assert.equal(cache.get('d')?.etag, '1');
  });
});
