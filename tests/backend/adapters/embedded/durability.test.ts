import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteTables } from '../../../../backend/adapters/embedded/sqlite-tables.ts';
import { isFailure } from '../../../../backend/domain/failure.ts';
import { startChild } from '../../../support/child.ts';

const partition = { table: 'core', key: 'local|s00' } as const;

describe('the file of the embedded store', function () {
  this.timeout(30_000);
  const folder = mkdtempSync(join(tmpdir(), 'durable-'));
  after(() => rmSync(folder, { recursive: true }));

  it('holds every row that was acknowledged when writers are killed, and no half of a commit', async () => {
    const path = join(folder, 'killed.db');
    for (let round = 0; round < 3; round++) await killTwoWriters(path, round);
  });

  async function killTwoWriters(path: string, round: number): Promise<void> {
    const writers = ['a', 'b'].map((name) => {
      const writer = startChild(
        new URL('./writing-process.ts', import.meta.url),
        { path, name: `${round}${name}` },
        () => {
          if (writer.lines.length === 150) writer.process.kill('SIGKILL');
        },
      );
      return writer;
    });
    await Promise.all(writers.map((writer) => writer.ended));
    const tables = openSqliteTables({ path });
    const rows = new Set((await tables.range(partition, { limit: 1_000_000 })).map((row) => row.row));
    await tables.close();
    for (const acknowledged of writers.flatMap((writer) => writer.lines)) {
      assert.ok(rows.has(acknowledged), `${acknowledged} is lost`);
    }
    for (const row of rows) assert.ok(rows.has(row.endsWith('|twin') ? row.slice(0, -5) : `${row}|twin`));
  }

  it('says so when it cannot be opened', () => {
    const path = join(folder, 'no-such-folder', 'x.db');
    assert.throws(
      () => openSqliteTables({ path }),
      (e) => isFailure(e, 'unavailable'),
    );
  });

  it('waits for another process that writes, and is unavailable when that takes too long', async () => {
    const path = join(folder, 'busy.db');
    const patient = openSqliteTables({ path });
    const impatient = openSqliteTables({ path, patienceMs: 60 });
    const release = await lockInAnotherProcess(path);
    await assert.rejects(impatient.commit(partition, [{ kind: 'create', row: 'a', value: {} }]), (e) =>
      isFailure(e, 'unavailable'),
    );
    assert.equal(await impatient.get(partition, 'a'), undefined);
    const waiting = patient.commit(partition, [{ kind: 'create', row: 'a', value: {} }]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    release();
    assert.equal((await waiting).kind, 'committed');
    await Promise.all([patient.close(), impatient.close()]);
  });

  it('is unavailable after it was closed, and what was under way is finished', async () => {
    const path = join(folder, 'closed.db');
    const tables = openSqliteTables({ path });
    const last = tables.commit(partition, [{ kind: 'create', row: 'a', value: {} }]);
    await tables.close();
    assert.equal((await last).kind, 'committed');
    await assert.rejects(tables.get(partition, 'a'), (e) => isFailure(e, 'unavailable'));
    await assert.rejects(tables.commit(partition, [{ kind: 'delete', row: 'a' }]), (e) => isFailure(e, 'unavailable'));
    await tables.close();
  });
});

/** Another process that is in the middle of writing until it is told to end. */
async function lockInAnotherProcess(path: string): Promise<() => void> {
  const script = `const db = new (require('libsql'))(process.argv[1]);
    db.exec('BEGIN IMMEDIATE');
    console.log('locked');
    process.stdin.on('end', () => { db.exec('COMMIT'); process.exit(); }).resume();`;
  const child = spawn(process.execPath, ['-e', script, path], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return () => child.stdin.end();
}
