import { isFailure } from '../../domain/failure.ts';
import type { MailSubscription } from '../../ports/sync-state.ts';
import type { IntakeDeps } from './deps.ts';

/** Graph keeps a mail subscription for at most 10,080 minutes; ours live for two days and are renewed at half-time. */
const lifetimeMs = 2 * 24 * 60 * 60_000;

export interface SubscriptionDeps
  extends Pick<IntakeDeps, 'mailbox' | 'sync' | 'clock' | 'ids' | 'log' | 'ourMailboxes'> {
  /** Where Graph can reach us, without a trailing slash. */
  publicUrl: string;
  /** Subscriptions that Graph has confirmed since this process started; those from before may be gone. */
  confirmed: Set<string>;
}

/**
 * Sees to it that every mailbox pushes to us: makes missing subscriptions, renews those past half their life, drops
 * those Graph no longer knows. A fault is logged and tried again next time; the sweeps go on meanwhile.
 * @returns true when a subscription was made, so that a sweep can fetch what came before it
 */
export async function keepSubscriptions(deps: SubscriptionDeps): Promise<boolean> {
  const subscriptions = await deps.sync.subscriptions();
  let made = false;
  for (const mailbox of deps.ourMailboxes) {
    try {
      const kept = await keepOne(
        deps,
        mailbox,
        subscriptions.find((one) => one.mailbox === mailbox),
      );
      made ||= kept === 'made';
    } catch (error) {
      if (!isFailure(error)) throw error;
      deps.log.warn('mailbox does not push to us', { mailbox, code: error.code, error: error.message });
    }
  }
  return made;
}

async function keepOne(
  deps: SubscriptionDeps,
  mailbox: string,
  present: MailSubscription | undefined,
): Promise<'made' | 'kept'> {
  if (present === undefined) return make(deps, mailbox);
  if (present.notificationUrl !== notificationUrl(deps)) {
    await deps.mailbox.unsubscribe(present.id);
    await deps.sync.removeSubscription(present.id);
    return make(deps, mailbox);
  }
  const left = Date.parse(present.expiresAt) - deps.clock.nowMs();
  if (left > lifetimeMs / 2 && deps.confirmed.has(present.id)) return 'kept';
  try {
    const expiresAt = await deps.mailbox.renew(present.id, expiry(deps));
    await deps.sync.putSubscription({ ...present, expiresAt });
    deps.confirmed.add(present.id);
    return 'kept';
  } catch (error) {
    if (!isFailure(error, 'not-found')) throw error;
    await deps.sync.removeSubscription(present.id);
    return make(deps, mailbox);
  }
}

async function make(deps: SubscriptionDeps, mailbox: string): Promise<'made'> {
  const clientState = deps.ids.secret();
  const { id, expiresAt } = await deps.mailbox.subscribe({
    mailbox,
    clientState,
    notificationUrl: notificationUrl(deps),
    lifecycleUrl: `${deps.publicUrl}/graph/lifecycle`,
    expiresAt: expiry(deps),
  });
  await deps.sync.putSubscription({ id, mailbox, clientState, expiresAt, notificationUrl: notificationUrl(deps) });
  deps.confirmed.add(id);
  deps.log.info('mailbox pushes to us', { mailbox, expiresAt });
  return 'made';
}

function notificationUrl(deps: SubscriptionDeps): string {
  return `${deps.publicUrl}/graph/notifications`;
}

function expiry(deps: SubscriptionDeps): string {
  return new Date(deps.clock.nowMs() + lifetimeMs).toISOString();
}
