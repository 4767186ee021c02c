import assert from 'node:assert/strict';
import { aMessage, type EmulatorFixture, startEmulatorFixture, support } from './emulator-fixture.ts';
import { type Receiver, startReceiver } from './receiver.ts';

describe('Change notifications of the Graph emulator', () => {
  let graph: EmulatorFixture;
  let receiver: Receiver;
  let nowMs: number;
  before(async () => {
    graph = await startEmulatorFixture({ now: () => nowMs });
    receiver = await startReceiver();
  });
  beforeEach(() => {
    nowMs = Date.UTC(2026, 10, 20, 8);
    graph.emulator.reset();
    receiver.reset();
  });
  after(() => Promise.all([graph.emulator.close(), receiver.close()]));

  function subscribe(changes: Record<string, unknown> = {}, prefer = 'IdType="ImmutableId"') {
    const request = {
      changeType: 'created',
      notificationUrl: receiver.url,
      lifecycleNotificationUrl: receiver.lifecycleUrl,
      resource: `users/${support}/mailFolders('Inbox')/messages`,
      expirationDateTime: new Date(nowMs + 3_600_000).toISOString(),
      clientState: 'secret',
      ...changes,
    };
    return graph.call('POST', '/subscriptions', request, { prefer });
  }

  async function deliver(count: number) {
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) ids.push((await graph.emulator.deliver(support, aMessage())).id);
    await graph.emulator.settle();
    return ids;
  }

  const received = () => receiver.notifications.map(({ resourceData }) => resourceData?.id);

  it('go out for each new mail of the folder, and for no other', async () => {
    assert.equal((await subscribe()).status, 201);
    const ids = await deliver(30);
    await graph.emulator.deliver('sales@contoso.example', aMessage());
    await graph.call('PATCH', `/users/${support}/messages/${ids[0]}`, { isRead: true });
    await graph.emulator.settle();
    assert.deepEqual(received().sort(), ids);
    assert.ok(receiver.posts.length < 30, 'several travel in one post');
  });

  it('carry the immutable id only when the subscription asked for it', async () => {
    await subscribe({}, '');
    const [id] = await deliver(1);
    assert.notEqual(received()[0], id);
    assert.equal((await graph.call('GET', `/users/${support}/messages/${received()[0]}`)).json.id, id);
  });

  it('need an address on this machine that repeats the token', async () => {
    receiver.answerValidation(false);
    for (const notificationUrl of [receiver.url, 'https://example.com/hook', 'nonsense']) {
      const { status, json } = await subscribe({ notificationUrl });
      assert.deepEqual([status, json.error?.code], [400, 'ValidationError']);
    }
  });

  it('end when the subscription runs out, and go on when it is renewed', async () => {
    const { json } = await subscribe();
    nowMs += 3_000_000;
    const expirationDateTime = new Date(nowMs + 3_600_000).toISOString();
    assert.equal((await graph.call('PATCH', `/subscriptions/${json.id}`, { expirationDateTime })).status, 200);
    nowMs += 3_000_000;
    await deliver(1);
    nowMs += 3_000_000;
    await deliver(1);
    assert.equal(received().length, 1);
    assert.equal((await graph.call('PATCH', `/subscriptions/${json.id}`, { expirationDateTime })).status, 404);
  });

  it('are repeated until the receiver takes them', async () => {
    await subscribe();
    receiver.refuseNext(2);
    const ids = await deliver(1);
    assert.deepEqual(received(), ids);
    assert.equal(receiver.posts.length, 3);
  });

  it('are lost when the receiver keeps refusing, which a lifecycle notice tells', async () => {
    await subscribe();
    receiver.refuseNext(3);
    await deliver(1);
    assert.deepEqual(received(), []);
    assert.deepEqual(
      receiver.lifecycle.map(({ lifecycleEvent, clientState }) => [lifecycleEvent, clientState]),
      [['missed', 'secret']],
    );
    assert.equal(graph.emulator.stats.notifications.lost, 1);
  });

  it('can be dropped, doubled and shuffled, the same way for the same seed', async () => {
    const runs: number[] = [];
    for (let run = 0; run < 2; run += 1) {
      graph.emulator.reset();
      receiver.reset();
      await subscribe();
      graph.emulator.faults.set({
        seed: 42,
        notifications: { drop: 0.2, duplicate: 0.3, reorder: 0.5, delay: 0.1, delayMs: 20 },
      });
      const ids = await deliver(100);
      const { dropped } = graph.emulator.stats.notifications;
      assert.ok(dropped > 5 && dropped < 40);
      assert.equal(new Set(received()).size, 100 - dropped);
      assert.notDeepEqual(
        [...new Set(received())],
        ids.filter((id) => received().includes(id)),
      );
      runs.push(received().length);
    }
    assert.equal(runs[0], runs[1]);
    assert.ok((runs[0] ?? 0) > 80);
  });

  it('tell the subscriber that its subscription was removed, or not', async () => {
    await subscribe();
    graph.emulator.faults.lifecycle('reauthorizationRequired');
    graph.emulator.faults.endSubscriptions({ notice: true });
    await graph.emulator.settle();
    const events = receiver.lifecycle.map(({ lifecycleEvent }) => lifecycleEvent);
    assert.deepEqual(events.sort(), ['reauthorizationRequired', 'subscriptionRemoved']);
    await subscribe();
    graph.emulator.faults.endSubscriptions({ notice: false });
    await deliver(1);
    assert.equal(receiver.lifecycle.length, 2);
    assert.deepEqual(received(), []);
  });
});
