/** What Teams takes from a bot in one conversation: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const limits = [
  { messages: 7, withinMs: 1_000 },
  { messages: 60, withinMs: 30_000 },
  { messages: 1_800, withinMs: 3_600_000 },
];
const longestMs = 3_600_000;
/** What Teams takes from a bot in one tenant, over all conversations. */
const everywhere = { messages: 50, withinMs: 1_000 };

/** Keeps to the limits of each conversation and of all together, so that a burst of mail does not make Teams refuse what comes after it. */
export class Pace {
  /** When messages were sent, oldest first, by conversation. */
  readonly #sent = new Map<string, number[]>();
  #all: number[] = [];
  readonly #nowMs: () => number;

  constructor(nowMs: () => number = Date.now) {
    this.#nowMs = nowMs;
  }

  /** Milliseconds until one more may be sent; 0 counts it as sent. */
  take(conversationId: string): number {
    const now = this.#nowMs();
    const sent = (this.#sent.get(conversationId) ?? []).filter((at) => at > now - longestMs);
    const waits = limits.map(
      ({ messages, withinMs }) => (sent.at(-messages) ?? Number.NEGATIVE_INFINITY) + withinMs - now,
    );
    this.#all = this.#all.filter((at) => at > now - everywhere.withinMs);
    const full = (this.#all.at(-everywhere.messages) ?? Number.NEGATIVE_INFINITY) + everywhere.withinMs - now;
    const wait = Math.max(0, full, ...waits);
    if (wait === 0) {
      sent.push(now);
      this.#all.push(now);
    }
    this.#sent.set(conversationId, sent);
    return wait;
  }
}
