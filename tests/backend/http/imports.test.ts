import assert from 'node:assert/strict';
import { largestImport } from '../../../backend/contracts/imports.ts';
import { type Harness, startHarness } from './harness.ts';

describe('POST /api/imports', () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  function read(bytes: number) {
    const body = { name: 'cases.csv', content: Buffer.alloc(bytes).toString('base64') };
    return harness.call('POST', '/api/imports', { as: 'manager', body });
  }

  it('takes files up to 5 MB and answers 413 to larger ones, however large', async () => {
    assert.equal((await read(largestImport)).status, 404);
    for (const bytes of [largestImport + 1, largestImport + 100_000]) {
      const { status, json } = await read(bytes);
      assert.deepEqual([status, json.code], [413, 'too-large']);
    }
  });

  it('answers 422 to what is no file', async () => {
    const body = { name: 'cases.csv', content: 'no base64!' };
    const { status, json } = await harness.call('POST', '/api/imports', { as: 'manager', body });
    assert.deepEqual([status, json.errors[0].path], [422, 'content']);
  });
});
