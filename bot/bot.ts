import { type Request, type Response, TurnContext } from 'botbuilder';
import { Failure } from '../backend/domain/failure.ts';
import type { Conversation, Errand } from '../backend/ports/conversations.ts';
import type { Notifier } from '../backend/ports/notifier.ts';
import type { ReportPoster } from '../backend/ports/schedules.ts';
import type { SilenceTeller } from '../backend/ports/silence-teller.ts';
import type { HandlerDeps } from './activity-handler.ts';
import { HandyBot } from './activity-handler.ts';
import { type AdapterOptions, createAdapter } from './adapter.ts';
import { asData } from './card-data.ts';
import { type CardAnnouncer, createAnnouncer } from './delivery/announcer.ts';
import { CardDelivery } from './delivery/delivery.ts';
import { createDigests } from './delivery/digests.ts';
import { createHandOvers } from './delivery/hand-overs.ts';
import { knownPlaces } from './delivery/known-places.ts';
import { createNotifier } from './delivery/notifier.ts';
import { Pace } from './delivery/pace.ts';
import { keepPressed } from './delivery/posted-twice.ts';
import { createReportPoster } from './delivery/report-poster.ts';
import { createSender, type Sender } from './delivery/sender.ts';
import { createSilenceTeller } from './delivery/silence-teller.ts';

/** How long somebody who pressed a button waits before the answer comes later: milliseconds. */
const usualPatienceMs = 250;

export interface BotOptions extends Omit<HandlerDeps, 'changed' | 'pressed' | 'late'>, AdapterOptions {
  /** Without credentials the bot runs in the sandbox only. */
  mode: 'sandbox' | 'production';
  /** Asks for `deliver` to be called soon. */
  wakeDelivery: () => void;
  /** A card for a person cannot be brought: they are to be told another way. Safe to repeat. */
  undeliverable: (errand: Errand) => Promise<void>;
  patienceMs?: number;
}

export interface Bot {
  silenceTeller: SilenceTeller;
  /**
   * Handles one POST of the Bot Framework and answers it; `request.body` must be parsed.
   * @throws Failure `invalid` for what is no activity, `forbidden` in sandbox mode for one that names another machine;
   *   then nothing has been answered
   */
  messages(request: BotRequest, response: BotResponse): Promise<void>;
  announcer: CardAnnouncer;
  notifier: Notifier;
  reportPoster: ReportPoster;
  /** Begins to bring the cards that wait. @returns milliseconds after which it should be called again, or null */
  deliver(): Promise<number | null>;
  /** Resolves once no card is under way. */
  settled(): Promise<void>;
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
  const { credentials, mode, log, clock } = options;
  if (credentials === null && mode !== 'sandbox') {
    throw new Failure('invalid', 'Outside the sandbox the bot needs BOT_ID, BOT_PASSWORD and BOT_TENANT_ID.');
  }
  const adapter = createAdapter(options);
  const sender = createSender(adapter, credentials?.id ?? '', new Pace(() => clock.nowMs()));
  const conversations = knownPlaces(options.conversations, clock);
  const delivery = new CardDelivery({ ...options, conversations, sender, wake: options.wakeDelivery });
  const digests = createDigests({ conversations, clock }, delivery);
  const handOvers = createHandOvers({ ...options, conversations }, delivery);
  let looking = Promise.resolve();
  const announcer = createAnnouncer({ ...options, conversations, delivery });
  const changed: HandlerDeps['changed'] = (value) => {
    announcer.refresh(value).catch((error: unknown) => {
      log.warn('standing cards wait for the announcer', { caseId: value.value.id, error: String(error) });
    });
  };
  const pressed: HandlerDeps['pressed'] = (data, card) =>
    keepPressed({ conversations, sender, log }, data, card).catch((error: unknown) => {
      log.warn('could not see whether a card stands twice', { error: String(error) });
    });
  const late = { patienceMs: options.patienceMs ?? usualPatienceMs, update: updateLater(sender), log };
  const handler = new HandyBot({ ...options, conversations, changed, pressed, late });
  return {
    announcer,
    notifier: createNotifier({ conversations, delivery }),
    reportPoster: createReportPoster(conversations, delivery),
    silenceTeller: createSilenceTeller({ ...options, conversations, sender }),
    async deliver() {
      await digests();
      // Reading who goes soon takes long right after a start, and no card waits for it.
      looking = looking
        .then(handOvers)
        .catch((error: unknown) => log.warn('hand-overs could not be looked for', { error: String(error) }));
      return delivery.deliver();
    },
    async settled() {
      await looking;
      await delivery.settled();
    },
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

/** The place is the one in which the button was pressed, threads included. */
function updateLater(sender: Sender): HandlerDeps['late']['update'] {
  return async (activity, cardId, card) => {
    const reference = TurnContext.getConversationReference(activity);
    const place: Conversation = {
      id: activity.conversation.id,
      scope: 'group',
      team: null,
      agentId: null,
      reference: { ...reference },
    };
    await sender.update(place, cardId, card);
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
