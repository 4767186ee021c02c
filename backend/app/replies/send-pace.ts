const minuteMs = 60_000;

/** Keeps each mailbox below what Exchange lets it send: 30 mails in any minute. */
export class SendPace {
  readonly #perMinute: number;
  readonly #sent = new Map<string, number[]>();

  constructor(perMinute = 30) {
    this.#perMinute = perMinute;
  }

  /** Milliseconds until the mailbox may send again, 0 for now. */
  waitMs(mailbox: string, nowMs: number): number {
    const lately = this.#lately(mailbox, nowMs);
    const first = lately[lately.length - this.#perMinute];
    return first === undefined ? 0 : Math.max(0, first + minuteMs - nowMs);
  }

  /** How many mails it may send now. */
  room(mailbox: string, nowMs: number): number {
    return Math.max(0, this.#perMinute - this.#lately(mailbox, nowMs).length);
  }

  /** A mail was handed over, or may have been. */
  count(mailbox: string, nowMs: number): void {
    this.#sent.set(mailbox, [...this.#lately(mailbox, nowMs), nowMs]);
  }

  #lately(mailbox: string, nowMs: number): number[] {
    return (this.#sent.get(mailbox) ?? []).filter((at) => at > nowMs - minuteMs);
  }
}
