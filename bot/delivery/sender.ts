import type { CloudAdapter, ConversationReference, TurnContext } from 'botbuilder';
import { Failure, isFailure } from '../../backend/domain/failure.ts';
import type { Conversation } from '../../backend/ports/conversations.ts';
import { cardActivity } from '../activities.ts';
import type { AdaptiveCard } from '../cards/elements.ts';
import type { Pace } from './pace.ts';

/** Writes to a conversation when nobody has asked. All throw Failure as `connectorHttp` does. */
export interface Sender {
  /** @returns id of the message */
  post(conversation: Conversation, card: AdaptiveCard): Promise<string>;
  update(conversation: Conversation, activityId: string, card: AdaptiveCard): Promise<void>;
  remove(conversation: Conversation, activityId: string): Promise<void>;
}

/** Each call to the connector has a limit of its own; this one holds for getting the bot's token as well. */
const wholeMs = 10_000;

export function createSender(adapter: CloudAdapter, appId: string, pace: Pace): Sender {
  return {
    async post(conversation, card) {
      keepPace(pace, conversation);
      const sent = await inConversation(adapter, appId, conversation, (context) =>
        context.sendActivity(cardActivity(card)),
      );
      if (sent?.id === undefined) throw new Failure('unavailable', 'Teams did not say which message it made.');
      return sent.id;
    },
    async update(conversation, id, card) {
      keepPace(pace, conversation);
      await inConversation(adapter, appId, conversation, (context) =>
        context.updateActivity({ ...cardActivity(card), id }),
      );
    },
    async remove(conversation, id) {
      keepPace(pace, conversation);
      await inConversation(adapter, appId, conversation, (context) => context.deleteActivity(id));
    },
  };
}

/** @throws Failure `throttled` before Teams has to say so */
function keepPace(pace: Pace, { id }: Conversation): void {
  const waitMs = pace.take(id);
  if (waitMs === 0) return;
  throw new Failure('throttled', 'The conversation has had as many messages as Teams takes.', {
    retryAfterSeconds: waitMs / 1000,
  });
}

/** The adapter hands what fails in a turn to its own handler; here the caller must learn of it. */
async function inConversation<T>(
  adapter: CloudAdapter,
  appId: string,
  { reference }: Conversation,
  write: (context: TurnContext) => Promise<T>,
): Promise<T> {
  let outcome: { value: T } | { error: unknown } = { error: new Error('the turn did not run') };
  const turn = adapter.continueConversationAsync(appId, asReference(reference), async (context) => {
    // The SDK makes up an id and would answer to it; a card begins a thread of its own.
    context.activity.id = '';
    outcome = await write(context).then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
  });
  await within(turn, wholeMs);
  const ended = outcome as { value: T } | { error: unknown };
  if ('value' in ended) return ended.value;
  throw isFailure(ended.error) ? ended.error : unreachable(ended.error);
}

/** Stored by `rememberConversation` from what the SDK itself made. */
function asReference(reference: Record<string, unknown>): Partial<ConversationReference> {
  return reference as Partial<ConversationReference>;
}

async function within(turn: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Failure('unavailable', 'Teams does not answer.')), ms);
  });
  try {
    await Promise.race([turn, late]);
  } catch (error) {
    throw isFailure(error) ? error : unreachable(error);
  } finally {
    clearTimeout(timer);
  }
}

function unreachable(cause: unknown): Failure {
  return new Failure('unavailable', 'Teams could not be reached.', { cause });
}
