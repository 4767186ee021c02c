import assert from 'node:assert/strict';
import { keepSubscriptions } from '../../../../backend/app/intake/keep-subscriptions.ts';
import { noteNotifications } from '../../../../backend/app/intake/note-notifications.ts';
import { sweepMailboxes } from '../../../../backend/app/intake/sweep-mailbox.ts';
import { Failure } from '../../../../backend/domain/failure.ts';
import { aMail } from '../../../builders/mail.ts';
import { type IntakeWorld, intakeWorld } from '../../../support/intake-world.ts';

const publicUrl = 'https://desk.contoso.example';
const confirmed = new Set<string>();
const day = 24 * 60 * 60_000;

async function subscribed(): Promise<{ world: IntakeWorld; id: string; clientState: string }> {
  const world = await intakeWorld();
  await keepSubscriptions({ ...world.deps, publicUrl, confirmed });
  const [subscription] = await world.deps.sync.subscriptions();
  assert.ok(subscription);
  return { world, id: subscription.id, clientState: subscription.clientState };
}

function notify(world: IntakeWorld, notification: Partial<Parameters<typeof noteNotifications>[1][number]>) {
  const woken = { drain: 0, sync: 0 };
  const deps = { ...world.deps, wakeDrain: () => woken.drain++, wakeSync: () => woken.sync++ };
  const whole = { subscriptionId: '', clientState: null, graphId: null, lifecycleEvent: null, ...notification };
  return noteNotifications(deps, [whole]).then((result) => ({ ...result, woken }));
}

describe('Keeping up with a mailbox', () => {
  it('notes the mail of a genuine push and wakes intake', async () => {
    const { world, id, clientState } = await subscribed();
    const result = await notify(world, { subscriptionId: id, clientState, graphId: 'mail-7' });
    assert.deepEqual(result, { accepted: 1, refused: 0, woken: { drain: 1, sync: 0 } });
    const [pending] = await world.deps.pending.due(world.clock.now(), 10);
    assert.equal(pending?.graphId, 'mail-7');
  });

  it('drops a push with the wrong secret, or of a subscription that is not ours', async () => {
    const { world, id } = await subscribed();
    assert.equal((await notify(world, { subscriptionId: id, clientState: 'guess', graphId: 'x' })).refused, 1);
    assert.equal((await notify(world, { subscriptionId: 'other', clientState: null, graphId: 'x' })).refused, 1);
    assert.equal(await world.deps.pending.count(), 0);
  });

  it('makes a subscription anew when Graph says that it was removed', async () => {
    const { world, id, clientState } = await subscribed();
    const result = await notify(world, { subscriptionId: id, clientState, lifecycleEvent: 'subscriptionRemoved' });
    assert.equal(result.woken.sync, 1);
    assert.equal(await keepSubscriptions({ ...world.deps, publicUrl, confirmed }), true);
    assert.equal((await world.deps.sync.subscriptions()).length, 1);
  });

  it('renews a subscription that must be authorized again, and keeps it', async () => {
    const { world, id, clientState } = await subscribed();
    const before = (await world.deps.sync.subscriptions())[0]?.expiresAt ?? '';
    world.clock.advance(60_000);
    await notify(world, { subscriptionId: id, clientState, lifecycleEvent: 'reauthorizationRequired' });
    assert.equal(await keepSubscriptions({ ...world.deps, publicUrl, confirmed }), false);
    const [kept] = await world.deps.sync.subscriptions();
    assert.equal(kept?.id, id);
    assert.ok((kept?.expiresAt ?? '') > before);
  });

  it('reads the whole inbox again when Graph says that pushes were missed, and keeps the subscription', async () => {
    const { world, id, clientState } = await subscribed();
    await sweepMailboxes(world.deps);
    const result = await notify(world, { subscriptionId: id, clientState, lifecycleEvent: 'missed' });
    assert.equal(result.woken.sync, 1);
    assert.equal(await world.deps.sync.deltaCursor('support@contoso.example'), null);
    assert.equal((await world.deps.sync.subscriptions()).length, 1);
  });

  it('renews a subscription at half its life, and replaces one that Graph has forgotten', async () => {
    const { world, id } = await subscribed();
    assert.equal(await keepSubscriptions({ ...world.deps, publicUrl, confirmed }), false);
    world.clock.advance(1.5 * day);
    await keepSubscriptions({ ...world.deps, publicUrl, confirmed });
    const [renewed] = await world.deps.sync.subscriptions();
    assert.equal(renewed?.id, id);
    assert.ok(Date.parse(renewed?.expiresAt ?? '') > world.clock.nowMs() + 1.9 * day);
    world.mailbox.subscriptions.clear();
    world.clock.advance(1.5 * day);
    assert.equal(await keepSubscriptions({ ...world.deps, publicUrl, confirmed }), true);
  });

  it('asks Graph after a restart whether a subscription still lives, and makes a lost one anew', async () => {
    const { world, id } = await subscribed();
    world.mailbox.subscriptions.clear();
    assert.equal(await keepSubscriptions({ ...world.deps, publicUrl, confirmed: new Set([id]) }), false);
    assert.equal(await keepSubscriptions({ ...world.deps, publicUrl, confirmed: new Set() }), true);
  });

  it('makes a subscription anew when the address that Graph pushes to has changed', async () => {
    const { world } = await subscribed();
    assert.equal(await keepSubscriptions({ ...world.deps, publicUrl: 'https://new.example', confirmed }), true);
    const [moved] = await world.deps.sync.subscriptions();
    assert.equal(moved?.notificationUrl, 'https://new.example/graph/notifications');
    assert.equal(world.mailbox.subscriptions.size, 1);
  });

  it('finds by sweeping what no push announced, once', async () => {
    const world = await intakeWorld();
    const mail = aMail();
    world.mailbox.lay(mail);
    await sweepMailboxes(world.deps);
    assert.equal(await world.deps.pending.count(), 1);
    await world.deps.pending.finish({ mailbox: mail.mailbox, graphId: mail.graphId ?? '' });
    world.deps.handled.add(mail.graphId ?? '');
    await sweepMailboxes(world.deps);
    assert.equal(await world.deps.pending.count(), 0);
  });

  it('reads the inbox again when the cursor was forgotten, and misses nothing', async () => {
    const world = await intakeWorld();
    await sweepMailboxes(world.deps);
    world.mailbox.lay(aMail({ receivedAt: '2020-01-01T00:00:00.000Z' }));
    world.mailbox.forgetCursor = true;
    await sweepMailboxes(world.deps);
    assert.equal(await world.deps.pending.count(), 1);
  });

  it('finds by received time what the delta left out', async () => {
    const world = await intakeWorld();
    await sweepMailboxes(world.deps);
    world.mailbox.lay(aMail({ receivedAt: world.clock.now() }));
    world.mailbox.delta = async (_, cursor) => ({ mails: [], cursor: cursor ?? '0' });
    await sweepMailboxes(world.deps);
    assert.equal(await world.deps.pending.count(), 1);
  });

  it('goes on with the other mailboxes when one does not answer', async () => {
    const world = await intakeWorld();
    world.deps.ourMailboxes.unshift('broken@contoso.example');
    const delta = world.mailbox.delta.bind(world.mailbox);
    world.mailbox.delta = async (mailbox, cursor) => {
      if (mailbox.startsWith('broken')) throw new Failure('forbidden', 'No right.');
      return delta(mailbox, cursor);
    };
    world.mailbox.lay(aMail());
    await sweepMailboxes(world.deps);
    assert.equal(await world.deps.pending.count(), 1);
  });
});
