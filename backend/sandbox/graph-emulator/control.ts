import * as z from 'zod';
import { type FaultControl, faultSettings } from './faults.ts';
import { badRequest } from './graph-error.ts';
import type { GraphMessage, Subscription } from './graph-types.ts';
import { type Routes, readJson } from './router.ts';
import type { ActivityBook } from './routes-activities.ts';
import type { EmulatorStats } from './stats.ts';

const faultRequest = z.object({
  seed: faultSettings.shape.seed.optional(),
  notifications: faultSettings.shape.notifications.partial().optional(),
  requests: faultSettings.shape.requests.partial().optional(),
  sending: faultSettings.shape.sending.partial().optional(),
  downForMs: z.number().min(0).optional(),
  downHow: z.enum(['answer', 'refuse']).optional(),
  loseDeltaTokens: z.boolean().optional(),
  endSubscriptions: z.object({ notice: z.boolean() }).optional(),
  lifecycle: z.enum(['reauthorizationRequired', 'missed']).optional(),
  reset: z.boolean().optional(),
});
const deliverRequest = z.object({
  mailbox: z.string(),
  message: z.record(z.string(), z.unknown()).optional(),
  messages: z.array(z.record(z.string(), z.unknown())).optional(),
});

export interface Controlled {
  deliver(mailbox: string, message: object): Promise<GraphMessage>;
  faults: FaultControl;
  stats: EmulatorStats;
  subscriptions(): Subscription[];
  activities: Pick<ActivityBook, 'shown'>;
  reset(): void;
}

/** What only the emulator has: mail arriving, things going wrong, starting afresh. */
export function controlRoutes(controlled: Controlled): Routes {
  return {
    'POST /_emulator/deliver': async (request) => {
      const parsed = deliverRequest.safeParse(readJson(request));
      if (!parsed.success) throw badRequest('A mailbox and a message are expected.');
      const { mailbox, message, messages } = parsed.data;
      if (message) return { status: 201, json: await controlled.deliver(mailbox, message) };
      const value: GraphMessage[] = [];
      for (const each of messages ?? []) value.push(await controlled.deliver(mailbox, each));
      return { status: 201, json: { value } };
    },
    'POST /_emulator/faults': (request) => {
      const parsed = faultRequest.safeParse(readJson(request));
      if (!parsed.success) throw badRequest(z.prettifyError(parsed.error));
      applyFaults(controlled.faults, parsed.data);
      return { status: 200, json: controlled.faults.settings() };
    },
    'GET /_emulator/faults': () => ({ status: 200, json: controlled.faults.settings() }),
    'GET /_emulator/stats': () => ({ status: 200, json: controlled.stats }),
    'GET /_emulator/subscriptions': () => ({ status: 200, json: { value: controlled.subscriptions() } }),
    'GET /_emulator/activities/{user}': ({ path: { user = '' } }) => ({
      status: 200,
      json: { value: controlled.activities.shown(user) },
    }),
    'POST /_emulator/reset': () => {
      controlled.reset();
      return { status: 204 };
    },
  };
}

function applyFaults(faults: FaultControl, wanted: z.infer<typeof faultRequest>): void {
  if (wanted.reset) faults.reset();
  faults.set({
    ...(wanted.seed === undefined ? {} : { seed: wanted.seed }),
    notifications: defined(wanted.notifications),
    requests: defined(wanted.requests),
    sending: defined(wanted.sending),
  });
  if (wanted.downForMs !== undefined) faults.downFor(wanted.downForMs, wanted.downHow);
  if (wanted.loseDeltaTokens) faults.loseDeltaTokens();
  if (wanted.endSubscriptions) faults.endSubscriptions(wanted.endSubscriptions);
  if (wanted.lifecycle) faults.lifecycle(wanted.lifecycle);
}

/** Without the entries that were not given. */
function defined<T extends object>(values: T | undefined): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const given = Object.entries(values ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
