import type { MailSubscription } from '../../ports/sync-state.ts';
import type { MailNotification } from '../app.ts';
import type { IntakeDeps } from './deps.ts';

export interface NoteDeps extends Pick<IntakeDeps, 'pending' | 'sync' | 'clock' | 'ids' | 'log'> {
  /** Wakes the job that works through pending mails. */
  wakeDrain: () => void;
  /** Wakes the jobs that sweep and that look after subscriptions. */
  wakeSync: () => void;
}

/**
 * Stores what Graph pushed. A notification counts only when it names a subscription of ours and repeats its secret;
 * its content is never believed beyond the mail's id.
 * @throws Failure `unavailable` when it could not be stored, so that Graph tries again
 */
export async function noteNotifications(
  deps: NoteDeps,
  notifications: MailNotification[],
): Promise<{ accepted: number; refused: number }> {
  const known = new Map((await deps.sync.subscriptions()).map((one) => [one.id, one]));
  const genuine = notifications.filter((one) => {
    const subscription = known.get(one.subscriptionId);
    // Compared by hash, so that the time taken tells nothing about the secret.
    return (
      subscription !== undefined && deps.ids.hash(one.clientState ?? '') === deps.ids.hash(subscription.clientState)
    );
  });
  const mails = genuine.flatMap((one) => {
    const mailbox = known.get(one.subscriptionId)?.mailbox;
    return one.graphId === null || mailbox === undefined
      ? []
      : [{ mailbox, graphId: one.graphId, notedBy: 'push' as const }];
  });
  if (mails.length > 0) await deps.pending.note(mails, deps.clock.now());
  await handleLifecycle(deps, genuine, known);
  if (mails.length > 0) deps.wakeDrain();
  const refused = notifications.length - genuine.length;
  if (refused > 0) deps.log.warn('notifications refused', { refused });
  return { accepted: genuine.length, refused };
}

async function handleLifecycle(
  deps: NoteDeps,
  genuine: MailNotification[],
  known: Map<string, MailSubscription>,
): Promise<void> {
  const events = genuine.filter((one) => one.lifecycleEvent !== null);
  for (const { lifecycleEvent, subscriptionId } of events) {
    deps.log.info('subscription lifecycle event', { event: lifecycleEvent, subscriptionId });
    const subscription = known.get(subscriptionId);
    if (subscription !== undefined) await heed(deps, lifecycleEvent, subscription);
  }
  if (events.length > 0) deps.wakeSync();
}

/** What is changed here is acted upon by the next look after the subscriptions and the next sweep, which are woken. */
async function heed(
  deps: NoteDeps,
  event: MailNotification['lifecycleEvent'],
  subscription: MailSubscription,
): Promise<void> {
  switch (event) {
    case 'reauthorizationRequired':
      // One that is about to end is renewed, which authorizes it again.
      return deps.sync.putSubscription({ ...subscription, expiresAt: deps.clock.now() });
    case 'subscriptionRemoved':
      await deps.sync.removeSubscription(subscription.id);
      return deps.sync.setDeltaCursor(subscription.mailbox, null);
    case 'missed':
      return deps.sync.setDeltaCursor(subscription.mailbox, null);
    case null:
      return;
  }
}
