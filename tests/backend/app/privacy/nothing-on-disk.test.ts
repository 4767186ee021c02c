import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FileBlobs } from '../../../../backend/adapters/blobs/file-blobs.ts';
import { openSqliteTables } from '../../../../backend/adapters/embedded/sqlite-tables.ts';
import { erasePerson } from '../../../../backend/app/privacy/erase-person.ts';
import { openReadModel } from '../../../../backend/compose-readmodel.ts';
import { aMail } from '../../../builders/mail.ts';
import type { MemoryBlobs } from '../../../fakes/memory-blobs.ts';
import { TestClock } from '../../../fakes/test-clock.ts';
import { TestLog } from '../../../fakes/test-log.ts';
import { intakeWorld } from '../../../support/intake-world.ts';
import { privacyParts } from '../../../support/privacy-parts.ts';
import { workflowWorld } from '../../../support/workflow-world.ts';

const admin = { id: 'root', name: 'Rita Root', role: 'admin', surface: 'tab' } as const;
const hers = /zinnia|quillfeather|xylographic/i;

/** Files under the folder in which the pattern occurs as UTF-8. */
function filesWith(folder: string, pattern: RegExp): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => pattern.test(readFileSync(file).toString('latin1')));
}

describe('After a customer was erased', () => {
  it('no file of the data folder holds anything of them: not the store, its journal, the search file or a snapshot', async function () {
    this.timeout(60_000);
    const dataDir = mkdtempSync(path.join(tmpdir(), 'erase-'));
    const tables = openSqliteTables({ path: path.join(dataDir, 'handyconnect.db') });
    const blobs = new FileBlobs(path.join(dataDir, 'blobs'));
    const clock = new TestClock();
    const base = await intakeWorld(tables, clock, undefined, blobs as unknown as MemoryBlobs);
    const world = await workflowWorld(tables, base);
    const { store } = world;
    const readModel = openReadModel({ dataDir, store, clock, log: new TestLog() });
    try {
      for (let n = 0; n < 60; n++) {
        const from = n % 3 === 0 ? { email: 'Zinnia@quillfeather.example', name: 'Zinnia Quillfeather' } : undefined;
        const body = {
          type: 'text' as const,
          content: `${n % 3 === 0 ? 'Xylographic' : 'Plain'} words. `.repeat(n * 60),
        };
        await world.arrive(
          aMail({ ...(from && { from }), subject: `${n % 3 === 0 ? 'Xylographic' : 'A'} matter ${n}`, body }),
        );
      }
      await world.settle();
      await readModel.start();
      await new Promise((resolve) => setTimeout(resolve, 300));
      // Rows, pages and words are written over many times in the life of a case.
      for (let round = 0; round < 4; round++) {
        for (const { value } of await world.cases()) {
          const subject = `${hers.test(value.subject) ? 'Xylographic' : 'A'} matter, round ${round} ${'x'.repeat(round * 90)}`;
          await world.app.editCase(admin, value.id, { subject });
        }
        await readModel.tailer.catchUpAll();
        await readModel.indexTexts();
      }
      await readModel.tailer.saveSnapshot();
      const before = filesWith(dataDir, hers).map((file) => path.basename(file));
      for (const name of ['handyconnect.db', 'search.db', 'cases.snapshot']) {
        assert.ok(
          before.some((one) => one.startsWith(name)),
          `${name} is among ${before}`,
        );
      }

      const parts = privacyParts(world.deps, tables, store);
      const forget = { forgetLists: () => readModel.forget(), forgetFiles: () => tables.forget() };
      const { counts } = await erasePerson({ ...parts, ...forget }, admin, 'zinnia@quillfeather.example', false);
      assert.equal(counts?.cases, 20);
      assert.deepEqual(filesWith(dataDir, hers), []);
      const others = await readModel.index.find({ q: 'plain' }, { key: 'relevance', descending: true }, { limit: 1 });
      assert.equal(others.total, 40, 'what others wrote is still found');
      const gone = await readModel.index.find(
        { q: 'xylographic' },
        { key: 'relevance', descending: true },
        { limit: 1 },
      );
      assert.equal(gone.total, 0);
    } finally {
      await readModel.stop();
      await tables.close();
    }
    assert.deepEqual(filesWith(dataDir, hers), [], 'nor once everything was closed');
    rmSync(dataDir, { recursive: true, force: true });
  });
});
