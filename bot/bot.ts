import type { Request, Response } from 'botbuilder';
import { Failure } from '../backend/domain/failure.ts';
import type { Announcer } from '../backend/ports/announcer.ts';
import type { Notifier } from '../backend/ports/notifier.ts';
import type { SilenceTeller } from '../backend/ports/silence-teller.ts';
import type { HandlerDeps } from './activity-handler.ts';
import { HandyBot } from './activity-handler.ts';
import { type AdapterOptions, createAdapter } from './adapter.ts';
import { createAnnouncer } from './announcer.ts';
import { asData } from './card-data.ts';
import { createNotifier } from './notifier.ts';
import { createSender } from './sender.ts';
import { createSilenceTeller } from './silence-teller.ts';

export interface BotOptions extends Omit<HandlerDeps, 'changed'>, AdapterOptions {
  /** Without credentials the bot runs in the sandbox only. */
  mode: 'sandbox' | 'production';
}

export interface Bot {
  silenceTeller: SilenceTeller;
  /**
   * Handles one POST of the Bot Framework and answers it; `request.body` must be parsed.
   * @throws Failure `invalid` for what is no activity, `forbidden` in sandbox mode for one that names another machine;
   *   then nothing has been answered
   */
  messages(request: BotRequest, response: BotResponse): Promise<void>;
  announcer: Announcer;
  notifier: Notifier;
}

/** What is needed of a request, so that a server need not know the SDK. */
export interface BotRequest {
  body?: unknown;
  headers: Record<string, string[] | string | undefined>;
  method?: string | undefined;
}

export type BotResponse = Response;

/** @throws Failure `invalid` for missing credentials outside the sandbox: without them anybody could post as anybody */
export function createBot(options: BotOptions): Bot {
  const { credentials, mode, conversations, log } = options;
  if (credentials === null && mode !== 'sandbox') {
    throw new Failure('invalid', 'Outside the sandbox the bot needs BOT_ID, BOT_PASSWORD and BOT_TENANT_ID.');
  }
  const adapter = createAdapter(options);
  const sender = createSender(adapter, credentials?.id ?? '');
  const announcer = createAnnouncer({ ...options, conversations, sender });
  const changed: HandlerDeps['changed'] = (value) => {
    announcer.refresh(value).catch((error: unknown) => {
      log.warn('standing cards wait for the announcer', { caseId: value.value.id, error: String(error) });
    });
  };
  const handler = new HandyBot({ ...options, changed });
  return {
    announcer,
    notifier: createNotifier({ ...options, sender }),
    silenceTeller: createSilenceTeller({ ...options, conversations, sender }),
    async messages(request, response) {
      if (mode === 'sandbox' && !comesFromHere(request.body)) {
        throw new Failure('forbidden', 'The sandbox talks to this machine only.');
      }
      try {
        await adapter.process(asAdapterRequest(request), response, (context) => handler.run(context));
      } catch (cause) {
        throw new Failure('invalid', 'The body is not an activity.', { cause });
      }
    },
  };
}

/**
 * Without credentials nothing vouches for an activity, and the bot writes to whatever address it names. So it must name
 * this machine.
 */
function comesFromHere(body: unknown): boolean {
  const { serviceUrl } = asData(body);
  if (serviceUrl === undefined) return true;
  if (typeof serviceUrl !== 'string' || !URL.canParse(serviceUrl)) return false;
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(serviceUrl).hostname);
}

/** The adapter checks the body itself. */
function asAdapterRequest({ body, headers, method }: BotRequest): Request {
  return { body: asData(body), headers, ...(method !== undefined && { method }) };
}
