import { once } from 'node:events';
import WebSocket from 'ws';
import type { AdaptiveCard } from '../../bot/cards/elements.ts';

export interface ShownMessage {
  action: 'createMessage' | 'updateMessage';
  actionConversationId: string;
  message: {
    messageId: string;
    postConversationId?: string;
    text?: string;
    from: { id: string };
    attachments: { contentType: string; content: AdaptiveCard }[];
  };
}

export interface InvokeAnswer {
  statusCode: number;
  type: string;
  value: AdaptiveCard | string;
}

/** A person at the bot playground: writes, presses buttons, sees what the bot shows. */
export interface PlaygroundClient {
  /** Everything the bot showed so far, in order. */
  shown: ShownMessage[];
  /** The next thing the bot shows that fits, counted from the last call. */
  next(fits?: (shown: ShownMessage) => boolean): Promise<ShownMessage>;
  /** Passes over what was shown so far. */
  skip(): void;
  say(text: string, conversation?: string): Promise<void>;
  /** Presses a button with `Action.Execute`. */
  execute(on: ShownMessage, verb: string, data: unknown, by?: string): Promise<InvokeAnswer>;
  /** Presses a button on a client that knows `Action.Submit` only. */
  submit(on: ShownMessage, value: unknown, by?: string): Promise<void>;
  /** Sends an activity as it is. */
  send(activity: Record<string, unknown>): Promise<void>;
  template(type: string, conversationId: string): Promise<Record<string, unknown>>;
  close(): void;
}

const people = { jonas: 'user-jonas', personal: 'personal-jonas', bot: '00000000-0000-0000-0000-0000000000b0' };
const patienceMs = 8_000;

export async function connectPlayground(url: string): Promise<PlaygroundClient> {
  const shown: ShownMessage[] = [];
  let seen = 0;
  let wake = () => {};
  const socket = new WebSocket(`${url.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream`);
  socket.on('message', (data) => {
    const event = JSON.parse(String(data)) as ShownMessage;
    if (event.message?.from?.id === people.bot) shown.push(event);
    wake();
  });
  await once(socket, 'open');

  async function post<T>(path: string, body: unknown): Promise<T> {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`The playground answered ${response.status} to ${path}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  return {
    shown,
    async next(fits = () => true) {
      const deadline = Date.now() + patienceMs;
      for (;;) {
        while (seen < shown.length) {
          const candidate = shown[seen++];
          if (candidate !== undefined && fits(candidate)) return candidate;
        }
        const left = deadline - Date.now();
        if (left <= 0)
          throw new Error(`The bot showed nothing that fits. It showed: ${JSON.stringify(shown).slice(0, 2_000)}`);
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, left);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    },
    skip() {
      seen = shown.length;
    },
    async say(text, conversation = people.personal) {
      const mention = { mentioned: { id: people.bot }, text: '<at>HandyConnect</at>' };
      const inChannel = conversation !== people.personal;
      await post(`/_conversation/v1/conversations/${conversation}/messages`, {
        from: { id: people.jonas },
        text: inChannel ? `<at>HandyConnect</at> ${text}` : text,
        textFormat: 'plain',
        ...(inChannel && { mentions: [mention] }),
      });
    },
    execute: (on, verb, data, by = people.jonas) =>
      post('/_conversation/v1/invoke', {
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
        from: { id: by },
        conversation: { id: conversationOf(on) },
        replyToId: on.message.messageId,
      }),
    submit: (on, value, by = people.jonas) =>
      post('/_conversation/v1/submit', {
        value,
        from: { id: by },
        conversation: { id: conversationOf(on) },
        replyToId: on.message.messageId,
      }),
    send: (activity) => post('/_internal/v1/customActivities', activity),
    async template(type, conversationId) {
      const query = new URLSearchParams({ conversationId, type });
      const response = await fetch(`${url}/_internal/v1/customActivities/template?${query}`);
      return (await response.json()) as Record<string, unknown>;
    },
    close: () => socket.terminate(),
  };
}

function conversationOf({ message, actionConversationId }: ShownMessage): string {
  return message.postConversationId ?? actionConversationId;
}

/** The card of a message; fails when there is none. */
export function cardOf({ message }: ShownMessage): AdaptiveCard {
  const card = message.attachments[0]?.content;
  if (card === undefined) throw new Error(`No card, but: ${message.text}`);
  return card;
}
