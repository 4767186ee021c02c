import assert from 'node:assert/strict';
import { aCase } from '../../builders/case.ts';
import { type Harness, startHarness } from './harness.ts';

describe('Presence over HTTP', () => {
  let harness: Harness;
  let path: string;
  before(async () => {
    harness = await startHarness();
    path = `/api/cases/${harness.app.put(aCase()).value.id}`;
  });
  after(() => harness.close());

  const be = (as: string, body: object, headers = {}) =>
    harness.call('POST', `${path}/presence`, { as, body, headers });
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape
  const names = (people: any[]) => people.map(({ id, doing, surface }) => `${id} ${doing} ${surface}`);

  it('says who views and who replies, on which surface, until they say that they are gone', async () => {
    await be('agent', {}, { 'x-handyconnect-surface': 'outlook' });
    const { json } = await be('manager', { doing: 'replying', surface: 'teams' });
    assert.deepEqual(names(json.people), ['manager-id replying teams', 'agent-id viewing outlook']);
    await be('agent', { doing: 'gone', surface: 'outlook' });
    const now = await harness.call('GET', `${path}/presence`);
    assert.deepEqual(names(now.json.people), ['manager-id replying teams']);
    assert.equal((await be('agent', { doing: 'sleeping' })).status, 422);
    assert.equal((await harness.call('POST', '/api/cases/HC-0/presence', { body: {} })).status, 404);
  });

  it('warns whoever drafts, checks or sends a second reply, but nobody of themselves', async () => {
    await be('manager', { doing: 'replying', surface: 'teams' });
    for (const [route, body] of [
      ['reply/check', { text: 'Hello' }],
      ['draft-reply', {}],
      ['reply', { text: 'Hello', to: [{ email: 'a@x.example', name: '' }] }],
    ] as const) {
      const { json } = await harness.call('POST', `${path}/${route}`, { body });
      assert.deepEqual(names(json.alsoReplying), ['manager-id replying teams'], route);
      const own = await harness.call('POST', `${path}/${route}`, { as: 'manager', body });
      assert.deepEqual(own.json.alsoReplying, [], route);
    }
  });
});
