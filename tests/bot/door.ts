import type { Agent } from '../../backend/ports/directory.ts';
import type { AdaptiveCard, Execute, Submit } from '../../bot/cards/elements.ts';
import { jonas } from '../fakes/fixed-directory.ts';

interface InvokeAnswer {
  statusCode: number;
  type: string;
  value: unknown;
}

export interface Where {
  by?: Pick<Agent, 'id' | 'name'>;
  conversation?: { id: string; conversationType: string };
  /** Id of the card whose button is pressed. */
  card?: string;
}

/** People at the bot's door, over HTTP as Teams comes. */
export interface Door {
  /** The cards that answer what was written. */
  say(text: string, where?: Where & { entities?: unknown[] }): Promise<AdaptiveCard>;
  /** The text that answers, where it is no card. */
  told(text: string, where?: Where): Promise<string>;
  press(verb: string, data: unknown, where?: Where): Promise<InvokeAnswer>;
  /** Presses the button of that title. */
  pressOn(card: AdaptiveCard, title: string, where?: Where): Promise<AdaptiveCard>;
  invoke<T>(name: string, value: unknown, where?: Where): Promise<T>;
}

export function openDoor(url: string, serviceUrl: string): Door {
  let count = 0;
  function activity(
    { by = jonas, conversation, card }: Where,
    fields: Record<string, unknown>,
  ): Record<string, unknown> {
    count += 1;
    return {
      id: `activity-${count}`,
      channelId: 'msteams',
      serviceUrl,
      from: { id: `29:${by.id}`, name: by.name, aadObjectId: by.id },
      recipient: { id: 'bot', name: 'HandyConnect' },
      conversation: conversation ?? { id: `chat-${by.id}`, conversationType: 'personal' },
      ...(card !== undefined && { replyToId: card }),
      ...fields,
    };
  }
  async function post<T>(body: Record<string, unknown>): Promise<T> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as T;
  }
  async function replies(text: string, { entities, ...where }: Where & { entities?: unknown[] }) {
    const fields = { type: 'message', text, deliveryMode: 'expectReplies', ...(entities && { entities }) };
    const { activities } = await post<{ activities: { text?: string; attachments?: { content: AdaptiveCard }[] }[] }>(
      activity(where, fields),
    );
    return activities[0] ?? {};
  }
  const door: Door = {
    async say(text, where = {}) {
      const card = (await replies(text, where)).attachments?.[0]?.content;
      if (card === undefined) throw new Error(`no card answers ${text}`);
      return card;
    },
    told: async (text, where = {}) => (await replies(text, where)).text ?? '',
    press: (verb, data, where = {}) =>
      door.invoke('adaptiveCard/action', { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' }, where),
    async pressOn(card, title, where = {}) {
      const button = buttonOf(card, title);
      if (button.type !== 'Action.Execute') throw new Error(`${title} opens a form`);
      const { type, value } = await door.press(button.verb, button.data, where);
      if (type !== 'application/vnd.microsoft.card.adaptive') throw new Error(String(value));
      return value as AdaptiveCard;
    },
    invoke: (name, value, where = {}) => post(activity(where, { type: 'invoke', name, value })),
  };
  return door;
}

export function buttonOf(card: AdaptiveCard, title: string): Execute | Submit {
  const found = card.actions?.find((action) => action.title === title);
  if (found === undefined || found.type === 'Action.OpenUrl') {
    throw new Error(`no button ${title}, but ${card.actions?.map((one) => one.title).join(', ')}`);
  }
  return found;
}

export function textOf(card: AdaptiveCard): string {
  return JSON.stringify(card);
}
