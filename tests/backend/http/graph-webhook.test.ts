import assert from 'node:assert/strict';
import { Failure } from '../../../backend/domain/failure.ts';
import { type Harness, startHarness } from './harness.ts';

const genuine = {
  subscriptionId: 's1',
  clientState: 'secret',
  changeType: 'created',
  resource: 'Users/u1/Messages/AAMk1',
  resourceData: { '@odata.type': '#Microsoft.Graph.Message', id: 'AAMk1' },
  tenantId: 't',
  subscriptionExpirationDateTime: '2026-11-30T00:00:00Z',
};

describe('The door for Microsoft Graph', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness();
  });
  afterEach(() => harness.close());

  function deliver(value: unknown, path = '/graph/notifications') {
    return harness.call('POST', path, { as: null, body: { value } });
  }

  it('echoes the validation token, decoded, as plain text', async () => {
    for (const path of ['/graph/notifications', '/graph/lifecycle']) {
      const result = await harness.call('POST', `${path}?validationToken=Validation%3A+%3Cb%3E%26ok`, { as: null });
      assert.equal(result.status, 200);
      assert.equal(result.text, 'Validation: <b>&ok');
      assert.match(result.headers.get('content-type') ?? '', /^text\/plain/);
      assert.equal(result.headers.get('x-content-type-options'), 'nosniff');
    }
    const long = await harness.call('POST', `/graph/notifications?validationToken=${'x'.repeat(5_000)}`, { as: null });
    assert.equal(long.status, 400);
  });

  it('hands notifications on and answers 202', async () => {
    const withoutData = { ...genuine, resourceData: null, resource: 'users/u1/messages/AAMk2' };
    const result = await deliver([genuine, withoutData]);
    assert.equal(result.status, 202);
    assert.deepEqual(harness.app.notifications, [
      { subscriptionId: 's1', clientState: 'secret', graphId: 'AAMk1', lifecycleEvent: null },
      { subscriptionId: 's1', clientState: 'secret', graphId: 'AAMk2', lifecycleEvent: null },
    ]);
  });

  it('hands lifecycle events on', async () => {
    const result = await deliver(
      [{ ...genuine, lifecycleEvent: 'missed', resourceData: undefined }],
      '/graph/lifecycle',
    );
    assert.equal(result.status, 202);
    assert.deepEqual(harness.app.notifications, [
      { subscriptionId: 's1', clientState: 'secret', graphId: null, lifecycleEvent: 'missed' },
    ]);
  });

  it('answers 202 to forged and unreadable notifications too, and counts them', async () => {
    assert.equal((await deliver([{ ...genuine, clientState: 'guess' }, { nonsense: 1 }, 'x'])).status, 202);
    const delivered = harness.log.lines.find(({ event }) => event === 'Graph delivered');
    assert.deepEqual(delivered?.fields, { kind: 'notifications', accepted: 0, refused: 1, unreadable: 2 });
    assert.equal((await deliver([])).status, 202);
  });

  it('answers 503 when the notification could not be stored, so that Graph tries again', async () => {
    harness.app.failNext(new Failure('unavailable', 'The store does not answer.'));
    const result = await deliver([genuine]);
    assert.equal(result.status, 503);
    assert.ok(result.headers.get('retry-after'));
  });

  it('refuses what is no delivery, and what is too large', async () => {
    assert.equal((await harness.call('POST', '/graph/notifications', { as: null, body: '{' })).status, 400);
    assert.equal((await harness.call('POST', '/graph/notifications', { as: null, body: {} })).status, 422);
    assert.equal((await deliver([{ ...genuine, padding: 'x'.repeat(1_100_000) }])).status, 413);
    assert.equal((await harness.call('GET', '/graph/notifications', { as: null })).status, 405);
  });
});

describe('The door for the bot', () => {
  it('hands over the parsed activity and leaves the answer to the bot', async () => {
    const harness = await startHarness({
      botMessages: async (request, response) => {
        response.status(200);
        response.send({ heard: request.body.text });
        response.end();
      },
    });
    try {
      const result = await harness.call('POST', '/api/messages', { as: null, body: { type: 'message', text: 'hi' } });
      assert.deepEqual([result.status, result.json], [200, { heard: 'hi' }]);
      assert.equal((await harness.call('POST', '/api/messages', { as: null, body: '{' })).status, 400);
    } finally {
      await harness.close();
    }
  });
});
