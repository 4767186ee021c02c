import assert from 'node:assert/strict';
import { type Harness, startHarness } from './harness.ts';

describe('Customers over HTTP', () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  it('erases and exports for administrators alone, and counts first when asked', async () => {
    const erase = '/api/customers/Nadia.Haddad%40example.com/erase';
    assert.equal((await harness.call('POST', erase, { as: 'manager' })).status, 403);
    const counted = await harness.call('POST', `${erase}?dryRun=true`, { as: 'admin' });
    assert.deepEqual([counted.status, counted.json.dryRun, counted.json.counts.cases], [200, true, 0]);
    const done = await harness.call('POST', erase, { as: 'admin', body: {} });
    assert.deepEqual([done.status, done.json.dryRun, done.json.state], [200, false, 'done']);
    const exported = await harness.call('GET', '/api/customers/nadia%40example.com/export', { as: 'admin' });
    assert.match(exported.headers.get('content-disposition') ?? '', /attachment/);
    assert.equal(exported.json.email, 'nadia@example.com');
    assert.equal((await harness.call('GET', '/api/customers/nadia%40example.com/export')).status, 403);
  });

  it('answers 404 for what is no address or nobody, and 422 for a foreign query', async () => {
    assert.equal((await harness.call('GET', '/api/customers/nobody%40example.com')).status, 404);
    assert.equal((await harness.call('GET', '/api/customers/nothing')).status, 404);
    assert.equal((await harness.call('GET', '/api/customers?limit=0')).status, 422);
  });
});
