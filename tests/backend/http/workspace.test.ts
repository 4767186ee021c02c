import assert from 'node:assert/strict';
import { type Harness, startHarness } from './harness.ts';

describe('The layout of the case list', () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  const path = '/api/me/workspace';
  const wanted = { columns: ['number', 'subject'], density: 'comfortable', start: 'view=mine', singleKeys: false };
  const put = (as: string, body: unknown, etag: string) =>
    harness.call('PUT', path, { as, body, headers: { 'if-match': `"${etag}"` } });

  it('is the usual one until somebody chooses, and then theirs alone', async () => {
    const usual = { columns: null, density: 'compact', start: null, singleKeys: true };
    assert.deepEqual((await harness.call('GET', path, { as: 'agent' })).json, usual);
    const written = await put('agent', wanted, '0');
    assert.deepEqual([written.status, written.json], [200, wanted]);
    assert.deepEqual((await harness.call('GET', path, { as: 'agent' })).json, wanted);
    assert.deepEqual((await harness.call('GET', path, { as: 'manager' })).json, usual);
  });

  it('is not written over by a window that did not see the last one', async () => {
    await put('admin', wanted, '0');
    const stale = await put('admin', { ...wanted, columns: null }, '0');
    assert.equal(stale.status, 412);
    assert.equal(stale.json.current.density, 'comfortable');
  });

  it('has only what a list can be laid out by', async () => {
    assert.equal((await put('agent', { ...wanted, density: 'huge' }, '1')).status, 422);
    assert.equal((await put('agent', { ...wanted, columns: [] }, '1')).status, 422);
  });
});
