import assert from 'node:assert/strict';
import { isFailure } from '../../../../backend/domain/failure.ts';
import { type Receiver, startReceiver } from '../../sandbox/graph-emulator/receiver.ts';
import { aGraphMessage, type GraphFixture, startGraphFixture, support } from './graph-fixture.ts';

describe('Subscriptions of the Graph mailbox', () => {
  let graph: GraphFixture;
  let receiver: Receiver;
  before(async () => {
    graph = await startGraphFixture();
    receiver = await startReceiver();
  });
  beforeEach(() => {
    graph.emulator.reset();
    receiver.reset();
  });
  after(() => Promise.all([graph.emulator.close(), receiver.close()]));

  function subscribe(notificationUrl = receiver.url) {
    return graph.mailbox.subscribe({
      mailbox: support,
      notificationUrl,
      lifecycleUrl: receiver.lifecycleUrl,
      clientState: 'secret',
      expiresAt: inDays(2),
    });
  }

  it('push the immutable id of a new mail, with our secret', async () => {
    const { id } = await subscribe();
    const laid = await graph.emulator.deliver(support, aGraphMessage());
    await graph.emulator.settle();
    assert.deepEqual(
      receiver.notifications.map((each) => [
        each.subscriptionId,
        each.changeType,
        each.clientState,
        each.resourceData?.id,
      ]),
      [[id, 'created', 'secret', laid.id]],
    );
  });

  it('say until when they live, and live longer once renewed', async () => {
    const { id, expiresAt } = await subscribe();
    assert.ok(Math.abs(Date.parse(expiresAt) - Date.parse(inDays(2))) < 5_000);
    const later = inDays(5);
    assert.equal(await graph.mailbox.renew(id, later), later);
  });

  it('are not-found for renewal once Graph dropped them, and dropping them twice is no fault', async () => {
    const { id } = await subscribe();
    await graph.mailbox.unsubscribe(id);
    await graph.mailbox.unsubscribe(id);
    await assert.rejects(graph.mailbox.renew(id, inDays(1)), (error) => isFailure(error, 'not-found'));
    assert.deepEqual(graph.emulator.subscriptions(), []);
  });

  it('are unavailable while the address does not answer as it should', async () => {
    receiver.answerValidation(false);
    await assert.rejects(subscribe(), (error) => isFailure(error, 'unavailable'));
    await assert.rejects(subscribe('http://127.0.0.1:9/'), (error) => isFailure(error, 'unavailable'));
  });

  it('cannot be made for a mailbox that is not there or for too long', async () => {
    const request = { notificationUrl: receiver.url, lifecycleUrl: receiver.lifecycleUrl, clientState: 's' };
    const nobody = { ...request, mailbox: 'nobody@contoso.example', expiresAt: inDays(1) };
    await assert.rejects(graph.mailbox.subscribe(nobody), (error) => isFailure(error, 'not-found'));
    const long = { ...request, mailbox: support, expiresAt: inDays(30) };
    await assert.rejects(graph.mailbox.subscribe(long), (error) => isFailure(error, 'invalid'));
  });
});

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString();
}
