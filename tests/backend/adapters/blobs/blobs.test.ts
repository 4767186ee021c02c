import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openAzureBlobs } from '../../../../backend/adapters/blobs/azure-blobs.ts';
import { FileBlobs } from '../../../../backend/adapters/blobs/file-blobs.ts';
import { isFailure } from '../../../../backend/domain/failure.ts';
import type { Blobs } from '../../../../backend/ports/blobs.ts';
import { azuritePort, blobConnectionString, freshName, useAzurite } from '../../../support/azurite.ts';

function blobsSuite(name: string, open: () => Promise<Blobs>): void {
  describe(name, function () {
    this.timeout(30_000);
    let blobs: Blobs;
    before(async () => {
      blobs = await open();
    });

    it('gives back the bytes that were put', async () => {
      const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => i % 251);
      await blobs.put('local/abc/1', bytes);
      assert.deepEqual(await blobs.get('local/abc/1'), bytes);
    });

    it('keeps an empty blob', async () => {
      await blobs.put('empty', new Uint8Array());
      assert.deepEqual(await blobs.get('empty'), new Uint8Array());
    });

    it('answers nothing for a key that was never put', async () => {
      assert.equal(await blobs.get('local/abc/none'), undefined);
    });

    it('may be told the same again, at once as well', async () => {
      const bytes = new TextEncoder().encode('the same');
      await Promise.all([1, 2, 3].map(() => blobs.put('same', bytes)));
      assert.deepEqual(await blobs.get('same'), bytes);
    });
  });
}

describe('blobs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'blobs-'));
  after(() => rmSync(folder, { recursive: true }));
  useAzurite('blob');

  blobsSuite('as files', async () => new FileBlobs(join(folder, 'new', 'blobs')));
  blobsSuite('in Azure', async () =>
    openAzureBlobs({ connection: blobConnectionString(await azuritePort('blob')), container: freshName() }),
  );

  it('as files stay in their folder whatever the key says', async () => {
    const root = join(folder, 'inside');
    const blobs = new FileBlobs(root);
    const bytes = new Uint8Array([1]);
    for (const key of ['../outside', '/tmp/x', 'a/../../b', '..\\c', 'd\u0000', '']) {
      await blobs.put(key, bytes);
      assert.deepEqual(await blobs.get(key), bytes);
    }
    assert.equal(existsSync(join(folder, 'outside')), false);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name !== 'new'),
      ['inside'],
    );
    const files = readdirSync(root, { recursive: true }).map(String);
    assert.ok(files.every((file) => /^[0-9a-f]{2}([/\\][0-9a-f]{64})?$/.test(file)));
  });

  it('as files are unavailable where nothing can be written', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'blobs-')), 'file');
    writeFileSync(file, '');
    await assert.rejects(new FileBlobs(file).put('a', new Uint8Array()), (e) => isFailure(e, 'unavailable'));
    rmSync(dirname(file), { recursive: true });
  });

  it('in Azure are unavailable when nobody answers', async () => {
    const blobs = await openAzureBlobs({ connection: blobConnectionString(1), container: 'none', timeoutMs: 500 });
    await assert.rejects(blobs.put('a', new Uint8Array()), (e) => isFailure(e, 'unavailable'));
    await assert.rejects(blobs.get('a'), (e) => isFailure(e, 'unavailable'));
  }).timeout(30_000);
});
