import assert from 'node:assert/strict';
import { Case, CaseList } from '../../../backend/contracts/case.ts';
import { aCase } from '../../builders/case.ts';
import { type Harness, startHarness } from './harness.ts';

const newCase = { subject: 'No heating', customer: { email: 'nadia@example.com', name: 'Nadia' } };

describe('Cases over HTTP', () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  it('are opened by hand and answered with their address and version', async () => {
    const result = await harness.call('POST', '/api/cases', { body: newCase });
    assert.equal(result.status, 201);
    const value = Case.parse(result.json);
    assert.equal(result.headers.get('etag'), `"${value.etag}"`);
    assert.equal(result.headers.get('location'), `/api/cases/${value.id}`);
    assert.equal((await harness.call('GET', `/api/cases/${value.number}`)).json.id, value.id);
  });

  it('are opened once for one Idempotency-Key, and another request with the key is a conflict', async () => {
    const headers = { 'idempotency-key': 'k-1' };
    const first = await harness.call('POST', '/api/cases', { body: newCase, headers });
    const again = await harness.call('POST', '/api/cases', { body: newCase, headers });
    assert.deepEqual([first.status, again.status], [201, 201]);
    assert.equal(again.json.id, first.json.id);
    assert.equal(first.headers.get('idempotency-replayed'), null);
    assert.equal(again.headers.get('idempotency-replayed'), 'true');
    const other = await harness.call('POST', '/api/cases', { body: { ...newCase, subject: 'Other' }, headers });
    assert.equal(other.status, 409);
  });

  it('refuse an Idempotency-Key that is empty, too long or not printable', async () => {
    for (const key of ['', 'x'.repeat(256), 'käse']) {
      const result = await harness.call('POST', '/api/cases', { body: newCase, headers: { 'idempotency-key': key } });
      assert.equal(result.status, 422, key);
      assert.equal(result.json.errors[0].path, 'Idempotency-Key');
    }
  });

  it('are listed with filter, order and page as the index wants them', async () => {
    const query =
      'status=new&status=in_progress&priority=high,urgent&assignee=me&assignee=none&createdFrom=2026-11-24T10:00:00%2B01:00&q=%20leak%20&sort=-updated&limit=2&after=c1';
    const result = await harness.call('GET', `/api/cases?${query}`);
    assert.equal(result.status, 200);
    CaseList.parse(result.json);
    assert.deepEqual(harness.app.listed, {
      filter: {
        status: ['new', 'in_progress'],
        priority: ['high', 'urgent'],
        assignee: ['agent-id', null],
        createdFrom: '2026-11-24T09:00:00.000Z',
        q: 'leak',
      },
      sort: { key: 'updated', descending: true },
      page: { limit: 2, after: 'c1' },
    });
  });

  it('are listed by the clock that runs out next, fifty at a time, unless asked otherwise', async () => {
    await harness.call('GET', '/api/cases');
    assert.deepEqual(harness.app.listed, { filter: {}, sort: { key: 'due', descending: false }, page: { limit: 50 } });
  });

  it('tell how to go on where more are left', async () => {
    harness.app.put(aCase());
    harness.app.put(aCase());
    const { json } = await harness.call('GET', '/api/cases?limit=1');
    assert.equal(json.items.length, 1);
    assert.ok(json.total >= 2);
    assert.equal(json.next, 'cursor-2');
  });

  it('show the assignee by name and only the actions the caller may take', async () => {
    const { value } = harness.app.put(aCase({ assignee: 'agent-id' }));
    const { json } = await harness.call('GET', `/api/cases/${value.id}`);
    assert.equal(json.assigneeName, 'Jonas Weber');
    assert.ok(json.actions.includes('assign'));
    assert.equal('setByPerson' in json, false);
  });

  it('answer 304 while the caller has the present version', async () => {
    const { value } = harness.app.put(aCase());
    const ask = (tag: string) => harness.call('GET', `/api/cases/${value.id}`, { headers: { 'if-none-match': tag } });
    for (const tag of ['"v1"', 'W/"v1"', '"v0", "v1"', '*']) {
      const result = await ask(tag);
      assert.equal(result.status, 304, tag);
      assert.equal(result.headers.get('etag'), '"v1"');
      assert.equal(result.text, '');
    }
    assert.equal((await ask('"v0"')).status, 200);
    assert.equal((await ask('"v1')).status, 400);
  });

  it('are changed only when the caller names the version it saw', async () => {
    const { value } = harness.app.put(aCase({ subject: 'Old' }));
    const path = `/api/cases/${value.id}`;
    const body = { subject: 'New' };
    const missing = await harness.call('PATCH', path, { body });
    assert.equal(missing.status, 428);
    assert.equal(missing.json.code, 'precondition-required');
    const done = await harness.call('PATCH', path, { body, headers: { 'if-match': '"v1"' } });
    assert.equal(done.status, 200);
    assert.equal(done.headers.get('etag'), '"v2"');
    assert.equal(done.json.subject, 'New');
  });

  it('answer a stale change with the present case and what differs', async () => {
    const { value } = harness.app.put(aCase({ subject: 'Old', priority: 'low' }));
    harness.app.put({ ...value, subject: 'Meanwhile' });
    const body = { subject: 'Mine', priority: 'low' };
    const result = await harness.call('PATCH', `/api/cases/${value.id}`, { body, headers: { 'if-match': '"v1"' } });
    assert.equal(result.status, 412);
    assert.equal(result.headers.get('etag'), '"v2"');
    assert.equal(Case.parse(result.json.current).subject, 'Meanwhile');
    assert.deepEqual(result.json.differences, [{ field: 'subject', now: 'Meanwhile', yours: 'Mine' }]);
  });

  it('compare If-Match as the standard says: any, one of several, never a weak tag', async () => {
    const { value } = harness.app.put(aCase());
    const set = (tag: string) =>
      harness.call('PATCH', `/api/cases/${value.id}/assign`, {
        body: { assignee: 'me' },
        headers: { 'if-match': tag },
      });
    assert.equal((await set('*')).status, 200);
    assert.equal((await set('"other", "v2"')).status, 200);
    assert.equal((await set('v3')).status, 200);
    assert.equal((await set('W/"v4"')).status, 412);
    assert.equal((await set('"a", "b"')).status, 412);
    assert.equal((await set('"unclosed')).status, 400);
  });

  it('take commands without a version, and hand the caller on as the one who acted', async () => {
    const { value } = harness.app.put(aCase());
    const assigned = await harness.call('PATCH', `/api/cases/${value.id}/assign`, { body: { assignee: 'me' } });
    assert.equal(assigned.json.assignee, 'agent-id');
    const moved = await harness.call('PATCH', `/api/cases/${value.id}/status`, { body: { status: 'in_progress' } });
    assert.equal(moved.json.status, 'in_progress');
  });

  it('are made of a mail once: 201, then 200 with the case that holds it', async () => {
    const body = { internetMessageId: '<leak@example.com>' };
    const first = await harness.call('POST', '/api/cases/from-mail', { body });
    const again = await harness.call('POST', '/api/cases/from-mail', { body });
    assert.deepEqual([first.status, again.status], [201, 200]);
    assert.equal(again.json.id, first.json.id);
  });

  it('have a conversation and a history', async () => {
    const { value } = harness.app.put(aCase());
    for (const part of ['messages', 'history']) {
      assert.deepEqual((await harness.call('GET', `/api/cases/${value.id}/${part}`)).json, { items: [], total: 0 });
      assert.equal((await harness.call('GET', `/api/cases/HC-0/${part}`)).status, 404);
    }
  });

  it('answer HEAD like GET without a body', async () => {
    const result = await harness.call('HEAD', '/api/cases');
    assert.equal(result.status, 200);
    assert.ok(Number(result.headers.get('content-length')) > 0);
    assert.equal(result.text, '');
  });
});

describe('Settings and session over HTTP', () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  it('tell callers who they are', async () => {
    const { json } = await harness.call('GET', '/api/me');
    const me = { id: 'agent-id', name: 'A agent', role: 'agent', team: 'property', mode: 'sandbox' };
    assert.deepEqual(json, me);
  });

  it('replace a document whole, under its version', async () => {
    const body = { teams: [{ id: 'property', name: 'Property' }] };
    const put = (headers: Record<string, string>) =>
      harness.call('PUT', '/api/settings/teams', { as: 'admin', body, headers });
    assert.equal((await put({})).status, 428);
    const { headers } = await harness.call('GET', '/api/settings/teams');
    assert.equal((await put({ 'if-match': headers.get('etag') ?? '' })).status, 200);
    const stale = await put({ 'if-match': '"s0"' });
    assert.equal(stale.status, 412);
    assert.deepEqual(stale.json.current, { ...body, etag: '1' });
    assert.equal((await put({ 'if-match': '*' })).status, 200);
  });

  it('say whether the process lives and whether it serves everything it knows', async () => {
    assert.deepEqual((await harness.call('GET', '/health', { as: null })).json, { status: 'alive', version: '1.2.3' });
    assert.equal((await harness.call('GET', '/ready', { as: null })).status, 200);
    const checks = [{ name: 'index', ok: false, detail: 'catching up' }];
    const starting = await startHarness({ readiness: async () => ({ status: 'starting', checks }) });
    const result = await starting.call('GET', '/ready', { as: null });
    assert.equal(result.status, 503);
    assert.deepEqual(result.json.checks, checks);
    await starting.close();
  });

  it('name the surface a caller acts from', async () => {
    const previous = harness.app.createCase;
    const seen: string[] = [];
    harness.app.createCase = (actor, ...rest) => {
      seen.push(actor.surface);
      return previous(actor, ...rest);
    };
    const body = { subject: 'x', customer: { email: 'a@b.example', name: 'n' } };
    for (const surface of ['tab', 'outlook', 'system', 'x']) {
      await harness.call('POST', '/api/cases', { body, headers: { 'x-handyconnect-surface': surface } });
    }
    assert.deepEqual(seen, ['tab', 'outlook', 'api', 'api']);
  });
});
