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
  await handleLifecycle(deps, genuine);
  if (mails.length > 0) deps.wakeDrain();
  const refused = notifications.length - genuine.length;
  if (refused > 0) deps.log.warn('notifications refused', { refused });
  return { accepted: genuine.length, refused };
}

async function handleLifecycle(deps: NoteDeps, genuine: MailNotification[]): Promise<void> {
  const events = genuine.filter((one) => one.lifecycleEvent !== null);
  if (events.length === 0) return;
  for (const event of events) {
    deps.log.info('subscription lifecycle event', {
      event: event.lifecycleEvent,
      subscriptionId: event.subscriptionId,
    });
    // Forgotten here, it is made anew, or renewed, by the next look after the subscriptions.
    await deps.sync.removeSubscription(event.subscriptionId);
  }
  deps.wakeSync();
}
