import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultControl, FaultDice } from './faults.ts';
import { postJson } from './loopback-post.ts';
import { messageId } from './mail-ids.ts';
import type { MailChange } from './mail-store.ts';
import { fullMessage } from './render.ts';
import type { EmulatorStats } from './stats.ts';
import type { HeldSubscription, SubscriptionBook } from './subscription-book.ts';

export interface NotifierOptions {
  book: SubscriptionBook;
  dice: FaultDice;
  settings: FaultControl['settings'];
  stats: EmulatorStats;
  /** Pauses before each further try when the receiver does not answer with success. */
  retryDelaysMs: number[];
}

export interface Notifier {
  onChange(change: MailChange): void;
  lifecycle(subscription: HeldSubscription, event: LifecycleEvent): void;
  /** Resolves when nothing is on its way any more. */
  settle(): Promise<void>;
  stop(): void;
}

export type LifecycleEvent = 'missed' | 'subscriptionRemoved' | 'reauthorizationRequired';

const tenantId = '0f8fad5b-d9cb-469f-a165-70867728950e';
const batchSize = 20;
const postsAtOnce = 4;
const receiverTimeoutMs = 10_000;
/** How long a notification that is to arrive out of order is held back at most. */
const reorderWithinMs = 60;

interface Outbox {
  waiting: unknown[];
  posting: number;
}

export function createNotifier(options: NotifierOptions): Notifier {
  const { book, dice, stats } = options;
  const outboxes = new Map<string, Outbox>();
  const stopper = new AbortController();
  // Every post and pause under way listens to it.
  setMaxListeners(0, stopper.signal);
  const idle: (() => void)[] = [];
  let underway = 0;

  /** Counts the work until it is over, so that `settle` knows. */
  function track(work: Promise<unknown>): void {
    underway += 1;
    void work
      .catch(() => undefined)
      .finally(() => {
        underway -= 1;
        if (underway === 0) for (const resolve of idle.splice(0)) resolve();
      });
  }

  function onChange(change: MailChange): void {
    for (const subscription of book.active()) {
      if (watches(subscription, change)) scheduleWithFaults(subscription, changeNotification(subscription, change));
    }
  }

  function scheduleWithFaults(subscription: HeldSubscription, notification: unknown): void {
    const faults = options.settings().notifications;
    if (dice.chance(faults.drop)) {
      stats.notifications.dropped += 1;
      return;
    }
    const copies = dice.chance(faults.duplicate) ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      const wait = dice.chance(faults.delay) ? faults.delayMs : 0;
      const shuffle = dice.chance(faults.reorder) ? dice.random() * reorderWithinMs : 0;
      if (wait + shuffle === 0) enqueue(subscription, notification);
      else track(after(wait + shuffle, () => enqueue(subscription, notification)));
    }
  }

  async function after(ms: number, act: () => void): Promise<void> {
    await sleep(ms, undefined, { signal: stopper.signal, ref: false });
    act();
  }

  function enqueue(subscription: HeldSubscription, notification: unknown): void {
    const outbox = outboxes.get(subscription.shown.id) ?? { waiting: [], posting: 0 };
    outboxes.set(subscription.shown.id, outbox);
    outbox.waiting.push(notification);
    if (outbox.posting < postsAtOnce) track(drain(subscription, outbox));
  }

  async function drain(subscription: HeldSubscription, outbox: Outbox): Promise<void> {
    outbox.posting += 1;
    // What is reported in the same turn travels together.
    await Promise.resolve();
    while (outbox.waiting.length > 0 && !stopper.signal.aborted) {
      const batch = outbox.waiting.splice(0, batchSize);
      const arrived = await post(subscription.shown.notificationUrl, batch);
      if (!arrived) lifecycle(subscription, 'missed');
    }
    outbox.posting -= 1;
  }

  async function post(address: string, value: unknown[]): Promise<boolean> {
    for (let attempt = 0; ; attempt += 1) {
      if (await postJson(address, { value }, receiverTimeoutMs, stopper.signal)) {
        stats.notifications.sent += value.length;
        return true;
      }
      const delay = options.retryDelaysMs[attempt];
      if (delay === undefined || stopper.signal.aborted) break;
      stats.notifications.retried += value.length;
      await sleep(delay, undefined, { signal: stopper.signal, ref: false });
    }
    stats.notifications.lost += value.length;
    return false;
  }

  function lifecycle(subscription: HeldSubscription, event: LifecycleEvent): void {
    const { lifecycleNotificationUrl } = subscription.shown;
    if (!lifecycleNotificationUrl) return;
    track(post(lifecycleNotificationUrl, [lifecycleNotification(subscription, event)]));
  }

  return {
    onChange,
    lifecycle,
    settle: () => (underway === 0 ? Promise.resolve() : new Promise((resolve) => idle.push(resolve))),
    stop: () => stopper.abort(),
  };
}

function watches({ mailbox, folder, shown }: HeldSubscription, change: MailChange): boolean {
  if (mailbox !== change.stored.mailbox) return false;
  if (folder !== undefined && folder !== change.folder) return false;
  return shown.changeType.split(',').includes(change.kind);
}

function changeNotification({ shown, mailbox, immutable }: HeldSubscription, { kind, stored }: MailChange): unknown {
  const id = messageId(stored, immutable);
  const resource = `Users/${mailbox}/Messages/${id}`;
  return {
    subscriptionId: shown.id,
    subscriptionExpirationDateTime: shown.expirationDateTime,
    changeType: kind,
    resource,
    resourceData: {
      '@odata.type': '#Microsoft.Graph.Message',
      '@odata.id': resource,
      '@odata.etag': fullMessage(stored, immutable)['@odata.etag'],
      id,
    },
    clientState: shown.clientState,
    tenantId,
  };
}

function lifecycleNotification({ shown }: HeldSubscription, event: LifecycleEvent): unknown {
  return {
    subscriptionId: shown.id,
    subscriptionExpirationDateTime: shown.expirationDateTime,
    lifecycleEvent: event,
    clientState: shown.clientState,
    tenantId,
  };
}
