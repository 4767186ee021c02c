import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { badRequest, GraphError } from './graph-error.ts';
import { type FolderName, folderNames, type Subscription } from './graph-types.ts';
import { answersValidation, isLoopback } from './loopback-post.ts';

const longestMinutes = 10_080;
const longestWithDataMinutes = 1_440;
const validationTimeoutMs = 10_000;

const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/);
const creation = z.object({
  changeType: z.string().regex(/^(created|updated|deleted)(,(created|updated|deleted))*$/),
  notificationUrl: z.string(),
  lifecycleNotificationUrl: z.string().nullish(),
  resource: z.string(),
  expirationDateTime: instant,
  clientState: z.string().max(128).nullish(),
  includeResourceData: z.boolean().nullish(),
});
const renewal = z.object({ expirationDateTime: instant });
const resourceShape = /^\/?users\/([^/]+)(?:\/mailfolders(?:\/([^/()]+)|\('([^']+)'\)))?\/messages\/?$/i;

/** A subscription with what the emulator needs to serve it. */
export interface HeldSubscription {
  shown: Subscription;
  mailbox: string;
  /** Undefined watches every folder. */
  folder: FolderName | undefined;
  /** The ids in its notifications are of the kind asked for when it was made. */
  immutable: boolean;
}

export interface SubscriptionBook {
  create(body: unknown, immutable: boolean): Promise<HeldSubscription>;
  renew(id: string, body: unknown): HeldSubscription;
  get(id: string): HeldSubscription;
  remove(id: string): void;
  /** Those that have not run out. */
  active(): HeldSubscription[];
  clear(): void;
}

export function createSubscriptionBook(mailboxes: string[], now: () => number): SubscriptionBook {
  const held = new Map<string, HeldSubscription>();

  function active(): HeldSubscription[] {
    for (const [id, { shown }] of held) if (Date.parse(shown.expirationDateTime) <= now()) held.delete(id);
    return [...held.values()];
  }

  function get(id: string): HeldSubscription {
    const found = active().find(({ shown }) => shown.id === id);
    if (found) return found;
    throw new GraphError(404, 'ResourceNotFound', 'The object was not found.');
  }

  async function create(body: unknown, immutable: boolean): Promise<HeldSubscription> {
    const parsed = creation.safeParse(body);
    if (!parsed.success) throw badRequest('The subscription request is not valid.', 'InvalidRequest');
    const { mailbox, folder } = readResource(parsed.data.resource, mailboxes);
    checkExpiry(parsed.data.expirationDateTime, parsed.data.includeResourceData ?? false, now());
    await validate(parsed.data.notificationUrl);
    if (parsed.data.lifecycleNotificationUrl) await validate(parsed.data.lifecycleNotificationUrl);
    const shown: Subscription = {
      ...parsed.data,
      id: randomUUID(),
      clientState: parsed.data.clientState ?? null,
      lifecycleNotificationUrl: parsed.data.lifecycleNotificationUrl ?? null,
      includeResourceData: parsed.data.includeResourceData ?? null,
    };
    const subscription = { shown, mailbox, folder, immutable };
    held.set(shown.id, subscription);
    return subscription;
  }

  function renew(id: string, body: unknown): HeldSubscription {
    const found = get(id);
    const parsed = renewal.safeParse(body);
    if (!parsed.success) throw badRequest('The subscription request is not valid.', 'InvalidRequest');
    checkExpiry(parsed.data.expirationDateTime, found.shown.includeResourceData ?? false, now());
    found.shown = { ...found.shown, expirationDateTime: parsed.data.expirationDateTime };
    return found;
  }

  return {
    create,
    renew,
    get,
    active,
    remove: (id) => {
      get(id);
      held.delete(id);
    },
    clear: () => held.clear(),
  };
}

function readResource(resource: string, mailboxes: string[]): Pick<HeldSubscription, 'mailbox' | 'folder'> {
  const match = resourceShape.exec(resource);
  const mailbox = decodeURIComponent(match?.[1] ?? '').toLowerCase();
  if (!match) throw badRequest(`Resource '${resource}' is not supported.`, 'InvalidRequest');
  if (!mailboxes.includes(mailbox)) throw new GraphError(404, 'ErrorInvalidUser', 'The requested user is invalid.');
  const key = (match[2] ?? match[3])?.toLowerCase();
  const folder = folderNames.find((name) => name === key);
  if (key !== undefined && folder === undefined) throw badRequest(`No folder '${key}'.`, 'InvalidRequest');
  return { mailbox, folder };
}

function checkExpiry(expiration: string, withData: boolean, nowMs: number): void {
  const minutes = (Date.parse(expiration) - nowMs) / 60_000;
  const longest = withData ? longestWithDataMinutes : longestMinutes;
  if (minutes <= 0) throw badRequest('Subscription expiration must be in the future.', 'InvalidRequest');
  if (minutes <= longest + 1) return;
  throw badRequest(`Subscription expiration can only be ${longest} minutes in the future.`, 'InvalidRequest');
}

async function validate(address: string): Promise<void> {
  if (!isLoopback(address)) throw badRequest('Only addresses on this machine can be notified.', 'ValidationError');
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()}`;
  if (await answersValidation(address, token, validationTimeoutMs)) return;
  const message = 'Subscription validation request failed. Notification endpoint must respond with 200 OK.';
  throw badRequest(message, 'ValidationError');
}
