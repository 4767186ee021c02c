import assert from 'node:assert/strict';
import { View } from '../../../backend/contracts/view.ts';
import { type Harness, startHarness } from './harness.ts';

describe('Saved views', () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  const call = (as: string, method: string, path: string, body?: unknown, etag?: string) =>
    harness.call(method, path, {
      as,
      ...(body !== undefined && { body }),
      ...(etag !== undefined && { headers: { 'if-match': `"${etag}"` } }),
    });
  const make = async (as: string, fields: Record<string, unknown>) => {
    const { status, json } = await call(as, 'POST', '/api/views', { query: 'status=new&sort=due', ...fields });
    assert.equal(status, 201);
    return View.parse(json);
  };
  const names = async (as: string) => (await call(as, 'GET', '/api/views')).json.items.map((view: View) => view.name);

  it('are seen by their owner, or by everybody when shared', async () => {
    await make('agent', { name: 'Mine' });
    await make('agent', { name: 'Ours', shared: true });
    assert.deepEqual(await names('agent'), ['Mine', 'Ours']);
    assert.deepEqual(await names('manager'), ['Ours']);
  });

  it('are changed by their owner or a manager, under the version they saw', async () => {
    const shared = await make('manager', { name: 'Team', shared: true });
    const body = { name: 'Team A', shared: true, query: 'team=a' };
    const path = `/api/views/${shared.id}`;
    assert.equal((await call('manager', 'PUT', path, body)).status, 428);
    assert.equal((await call('agent', 'PUT', path, body, shared.etag)).status, 403);
    const changed = await call('admin', 'PUT', path, body, shared.etag);
    assert.equal(changed.json.query, 'team=a');
    const stale = await call('manager', 'PUT', path, { ...body, name: 'Team B' }, shared.etag);
    assert.equal(stale.status, 412);
    assert.deepEqual(stale.json.differences, [{ field: 'name', now: 'Team A', yours: 'Team B' }]);
    assert.equal((await call('manager', 'DELETE', path, undefined, changed.json.etag)).status, 200);
    assert.equal((await call('manager', 'DELETE', path, undefined, changed.json.etag)).status, 404);
  });

  it('of others that are private do not exist for anybody else', async () => {
    const mine = await make('agent', { name: 'Secret' });
    assert.equal((await call('admin', 'DELETE', `/api/views/${mine.id}`, undefined, mine.etag)).status, 404);
    assert.equal((await call('agent', 'POST', '/api/views', { name: '', query: '' })).status, 422);
  });
});
