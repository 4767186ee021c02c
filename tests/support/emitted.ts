import type { AdaptiveCard } from '../../bot/cards/elements.ts';
import { activityFaults, cardFaults, draw } from './card-checks.ts';
import { hasShared } from './shared.ts';
import { leadsSomewhere } from './tab-links.ts';

/** Everything the bot says in a test goes through here, and has to be valid. */
export class Emitted {
  readonly faults: string[] = [];
  count = 0;
  readonly #drawEvery: number;

  /** @param drawEvery drawing takes longest, so a test with very many cards draws every so many only */
  constructor(drawEvery = 1) {
    this.#drawEvery = drawEvery;
    // The first check makes the schemas ready, which takes longer than a test waits for an answer.
    if (hasShared) activityFaults({ type: 'message' });
    if (hasShared) cardFaults({} as AdaptiveCard);
  }

  /** For the bot's way to the connector. */
  readonly fetch: typeof fetch = (input, init) => {
    if (typeof init?.body === 'string') this.#activity(JSON.parse(init.body));
    return fetch(input, init);
  };

  /** What the bot answers to a request: replies, or the answer to an invoke. */
  answer(body: unknown): void {
    if (typeof body !== 'object' || body === null) return;
    const { activities, value, task, composeExtension } = body as Record<string, unknown>;
    for (const activity of Array.isArray(activities) ? activities : []) this.#activity(activity);
    this.#cardsIn([value, task, composeExtension]);
  }

  #activity(activity: unknown): void {
    this.count += 1;
    if (hasShared) this.#note('activity', activityFaults(activity));
    this.#cardsIn((activity as { attachments?: unknown }).attachments);
  }

  /** Every card inside, wherever it hides. */
  #cardsIn(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value && value.type === 'AdaptiveCard') this.#card(value as AdaptiveCard);
    else for (const inner of Object.values(value)) this.#cardsIn(inner);
  }

  #card(card: AdaptiveCard): void {
    this.count += 1;
    if (hasShared) this.#note(`card “${card.fallbackText}”`, cardFaults(card));
    if (this.count % this.#drawEvery === 0) this.#note('drawing', draw(card).faults);
    const actions = card.actions ?? [];
    for (const action of actions) {
      if (action.type === 'Action.OpenUrl' && !leadsSomewhere(action.url))
        this.#note('link', [`${action.url} opens nothing`]);
    }
    if (actions.length === 0) this.#note('card', [`“${card.fallbackText}” has no way on`]);
    if (actions.length > 4) this.#note('card', [`“${card.fallbackText}” has ${actions.length} buttons`]);
    if (!/[.?]$/.test(card.fallbackText)) this.#note('card', [`“${card.fallbackText}” is no sentence`]);
    if (Buffer.byteLength(JSON.stringify(card)) > mostBytes) this.#note('card', ['is larger than Teams takes']);
  }

  #note(what: string, faults: string[]): void {
    this.faults.push(...faults.map((fault) => `${what}: ${fault}`));
  }
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages: 28 KB for a message. */
const mostBytes = 28 * 1024;
