import type { Server } from 'restify';
import { z } from 'zod';
import type { App, MailNotification } from '../app/app.ts';
import type { Log } from '../ports/system.ts';
import { DoorProblem } from './door-problem.ts';
import { addRoute, type Route } from './mount.ts';
import { check } from './plain-faults.ts';
import { readJson, usualBodyLimit } from './read-body.ts';
import { respond, respondProblem } from './respond.ts';

/** Microsoft Graph's change notifications: https://learn.microsoft.com/graph/change-notifications-delivery-webhooks */
const Delivery = z.object({ value: z.array(z.unknown()).max(10_000) });
const Notification = z.object({
  subscriptionId: z.string().min(1).max(500),
  clientState: z.string().max(500).nullish(),
  resource: z.string().max(2_000).nullish(),
  resourceData: z.object({ id: z.string().min(1).max(1_000).nullish() }).nullish(),
  lifecycleEvent: z.enum(['missed', 'subscriptionRemoved', 'reauthorizationRequired']).nullish(),
});
type Notification = z.infer<typeof Notification>;

const longestToken = 4_096;

export interface WebhookDeps {
  app: Pick<App, 'noteNotifications'>;
  log: Log;
  docsUrl: string;
}

/** The two doors that Graph knocks at. They need no token: a notification is believed by its clientState alone. */
export function mountGraphWebhook(server: Server, deps: WebhookDeps): void {
  addRoute(server, 'POST', '/graph/notifications', webhook(deps, 'notifications'));
  addRoute(server, 'POST', '/graph/lifecycle', webhook(deps, 'lifecycle'));
}

function webhook(deps: WebhookDeps, kind: 'notifications' | 'lifecycle'): Route {
  return async function receive(request, response) {
    try {
      const token = validationToken(request.url ?? '');
      if (token !== null) {
        respond(response, 200, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }, token);
        return;
      }
      const { value } = await readJson(request, usualBodyLimit);
      await note(deps, check(Delivery, value, 'The notification').value, kind);
      respond(response, 202, { 'Cache-Control': 'no-store' });
    } catch (error) {
      respondProblem(response, error, { docsUrl: deps.docsUrl, log: deps.log, route: `graph.${kind}` });
    }
  };
}

/** What Graph wants to hear back before it makes a subscription, decoded; null in an ordinary delivery. */
function validationToken(url: string): string | null {
  const mark = url.indexOf('?');
  const token = mark < 0 ? null : new URLSearchParams(url.slice(mark + 1)).get('validationToken');
  if (token !== null && token.length > longestToken) {
    throw new DoorProblem(400, 'malformed-request', 'The validation token is too long.');
  }
  return token;
}

// Answered 202 even when nothing was genuine: Graph would only send the same again, and a forger need not know.
async function note(deps: WebhookDeps, items: unknown[], kind: string): Promise<void> {
  const read = items.flatMap((item) => Notification.safeParse(item).data ?? []).map(toNotification);
  const unreadable = items.length - read.length;
  const { accepted, refused } = read.length > 0 ? await deps.app.noteNotifications(read) : { accepted: 0, refused: 0 };
  deps.log.debug('Graph delivered', { kind, accepted, refused, unreadable });
  if (unreadable > 0) deps.log.warn('Graph notifications could not be read', { kind, unreadable });
}

function toNotification(item: Notification): MailNotification {
  return {
    subscriptionId: item.subscriptionId,
    clientState: item.clientState ?? null,
    graphId: item.lifecycleEvent ? null : (item.resourceData?.id ?? idInResource(item.resource ?? '')),
    lifecycleEvent: item.lifecycleEvent ?? null,
  };
}

/** `Users/{id}/Messages/{id}`, for notifications without resource data. */
function idInResource(resource: string): string | null {
  const [name, id] = resource.split('/').slice(-2);
  return name?.toLowerCase() === 'messages' && id !== undefined && id !== '' ? id : null;
}
