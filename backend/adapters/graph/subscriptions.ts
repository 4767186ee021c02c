import * as z from 'zod';
import { Failure, isFailure } from '../../domain/failure.ts';
import type { Instant } from '../../domain/mail/mail.ts';
import type { Mailbox } from '../../ports/mailbox.ts';
import type { GraphCaller } from './graph-caller.ts';
import { segment } from './graph-paths.ts';
import { instantText } from './hostile-text.ts';

const subscription = z.object({ id: z.string().min(1), expirationDateTime: z.string() });

export type Subscriptions = Pick<Mailbox, 'subscribe' | 'renew' | 'unsubscribe'>;

export function createSubscriptions(caller: GraphCaller): Subscriptions {
  async function subscribe(request: Parameters<Mailbox['subscribe']>[0]) {
    const body = {
      changeType: 'created',
      notificationUrl: request.notificationUrl,
      // It cannot be added later.
      lifecycleNotificationUrl: request.lifecycleUrl,
      resource: `/users/${request.mailbox}/mailFolders('inbox')/messages`,
      expirationDateTime: request.expiresAt,
      clientState: request.clientState,
    };
    const answer = await caller.json({ method: 'POST', mailbox: '', path: '/subscriptions', body });
    return read(answer);
  }

  async function renew(subscriptionId: string, expiresAt: Instant): Promise<Instant> {
    const path = `/subscriptions/${segment(subscriptionId)}`;
    const body = { expirationDateTime: expiresAt };
    return read(await caller.json({ method: 'PATCH', mailbox: '', path, body })).expiresAt;
  }

  async function unsubscribe(subscriptionId: string): Promise<void> {
    const path = `/subscriptions/${segment(subscriptionId)}`;
    await caller.json({ method: 'DELETE', mailbox: '', path }).catch((error: unknown) => {
      if (!isFailure(error, 'not-found')) throw error;
    });
  }

  return { subscribe, renew, unsubscribe };
}

function read(answer: unknown): { id: string; expiresAt: Instant } {
  const parsed = subscription.safeParse(answer);
  const expiresAt = instantText(parsed.data?.expirationDateTime);
  if (!parsed.success || expiresAt === undefined) {
    throw new Failure('unavailable', 'Graph answered with a subscription that cannot be read');
  }
  return { id: parsed.data.id, expiresAt };
}
