import assert from 'node:assert/strict';
import { CategoriesDocument, PresetList, TeamsDocument } from '../../../backend/contracts/settings.ts';
import { type Harness, startHarness } from './harness.ts';

describe('Presets over HTTP', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness();
  });
  afterEach(() => harness.close());

  const call = (method: string, path: string, as = 'admin', headers = {}) =>
    harness.call(method, path, { as, headers });
  const etag = async () => (await call('GET', '/api/settings/categories')).headers.get('etag') ?? '';

  it('are read by managers, and put in place by administrators', async () => {
    const { json } = await call('GET', '/api/settings/presets', 'manager');
    const { items } = PresetList.parse(json);
    assert.deepEqual(
      items.map(({ id }) => id),
      ['general-support', 'property-management'],
    );
    const path = '/api/settings/categories/preset/property-management';
    const ifMatch = { 'if-match': await etag() };
    assert.equal((await call('PUT', path, 'manager', ifMatch)).status, 403);
    assert.equal((await call('PUT', path)).status, 428);
    const applied = await call('PUT', path, 'admin', ifMatch);
    assert.equal(applied.status, 200, JSON.stringify(applied.json));
    const { categories } = CategoriesDocument.parse(applied.json);
    assert.equal(categories.find(({ key }) => key === 'heating')?.parent, 'technical');
    assert.equal(applied.headers.get('etag'), await etag());
    const teams = TeamsDocument.parse((await call('GET', '/api/settings/teams')).json).teams;
    assert.deepEqual(
      teams.map(({ id }) => id),
      ['maintenance', 'lettings', 'accounts'],
    );
    const stale = await call('PUT', path, 'admin', ifMatch);
    assert.equal(stale.status, 412);
    const again = await call('PUT', path, 'admin', { 'if-match': await etag() });
    assert.equal(again.status, 200);
    const after = TeamsDocument.parse((await call('GET', '/api/settings/teams')).json);
    assert.equal(after.teams.length, 3);
  });

  it('are named by an id that there is', async () => {
    const { status } = await call('PUT', '/api/settings/categories/preset/none', 'admin', { 'if-match': await etag() });
    assert.equal(status, 404);
  });
});
