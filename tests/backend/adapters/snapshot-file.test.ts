import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { snapshotFile } from '../../../backend/adapters/snapshots/snapshot-file.ts';

describe('A snapshot in a file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'snapshot-'));
  after(() => rmSync(folder, { recursive: true }));

  it('is what was written last, and nothing stays of what a killed process was writing', async () => {
    const snapshots = snapshotFile(path.join(folder, 'a.snapshot'));
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    // Somebody else's: a process that is alive, another snapshot, and no snapshot at all.
    const others = [`a.snapshot.${process.ppid}`, 'a.snapshot.old', 'b.snapshot'];
    for (const name of [`a.snapshot.${dead}`, ...others]) writeFileSync(path.join(folder, name), 'half');
    assert.equal(await snapshots.read(), undefined);
    const writes = ['first', 'second', 'third'].map((text) => snapshots.write([Buffer.from(text), Buffer.from('!')]));
    await Promise.all(writes);
    assert.equal(String(await snapshots.read()), 'third!');
    assert.deepEqual(readdirSync(folder).sort(), ['a.snapshot', ...others].sort());
  });
});
