import assert from 'node:assert/strict';
import { standardPolicy } from '../../../backend/domain/sla/policy.ts';
import { type Harness, startHarness } from './harness.ts';

describe('The settings of service levels over HTTP', () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  async function put(path: string, body: unknown, as = 'admin') {
    const { headers } = await harness.call('GET', path, { as });
    return harness.call('PUT', path, { as, body, headers: { 'if-match': headers.get('etag') ?? '' } });
  }
  const policies = '/api/settings/sla-policies';
  const calendars = '/api/settings/calendars';
  const office = { id: 'office', name: 'Office', tz: 'Europe/Berlin', hours: { mon: [['09:00', '17:00']] } };

  it('are read by everybody and written by administrators, version by version', async () => {
    assert.equal((await harness.call('GET', policies)).status, 200);
    assert.equal((await put(calendars, { calendars: [office] }, 'manager')).status, 403);
    const written = await put(calendars, { calendars: [office] });
    assert.deepEqual([written.status, written.json], [200, { calendars: [office] }]);
    assert.equal((await harness.call('PUT', calendars, { as: 'admin', body: { calendars: [] } })).status, 428);
    const stale = { as: 'admin', body: { calendars: [] }, headers: { 'if-match': '"0"' } };
    assert.equal((await harness.call('PUT', calendars, stale)).status, 412);
  });

  it('end with a policy for everybody, which cannot be taken away', async () => {
    const special = { ...standardPolicy, id: 'leaks', when: { category: ['leak'] } };
    assert.equal((await put(policies, { policies: [special, standardPolicy] })).status, 200);
    for (const bad of [
      [],
      [standardPolicy, special],
      [{ ...standardPolicy, on: false }],
      [standardPolicy, standardPolicy],
    ]) {
      const { status, json } = await put(policies, { policies: bad });
      assert.deepEqual([status, json.errors[0].path], [422, 'policies']);
    }
    const zero = { firstResponse: 0, nextResponse: null, resolution: null };
    const faulty = { ...standardPolicy, targets: { ...standardPolicy.targets, low: zero } };
    const { json } = await put(policies, { policies: [faulty] });
    assert.equal(json.errors[0].path, 'policies.0.targets.low.firstResponse');
  });

  it('refuse calendars that no clock could follow', async () => {
    const refused = async (bad: object, path: string) => {
      const { status, json } = await put(calendars, { calendars: [{ ...office, ...bad }] });
      assert.deepEqual([status, json.errors[0].path], [422, path]);
    };
    await refused({ tz: 'Mars/Olympus' }, 'calendars.0.tz');
    await refused({ id: 'always' }, 'calendars');
    await refused({ breaks: { '2026-13-01': [['09:00', '10:00']] } }, 'calendars.0.breaks.2026-13-01');
    await refused({ country: { code: 'Germany' } }, 'calendars.0.country.code');
  });

  it('tell the public holidays of a country', async () => {
    const { status, json } = await harness.call('GET', '/api/settings/holidays?country=DE&region=BE&year=2026');
    assert.equal(status, 200);
    assert.ok(json.total > 0);
    assert.equal((await harness.call('GET', '/api/settings/holidays?country=Germany&year=2026')).status, 422);
    assert.equal((await harness.call('GET', '/api/settings/holidays?country=DE&year=1')).status, 422);
  });
});
