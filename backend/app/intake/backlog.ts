import type { PendingMail } from '../../ports/pending-mail.ts';

/** So often an answer waits at most while mail keeps coming in, and at most where its parent is known to be near. */
const usualWaits = 40;
const mostWaits = 400;
const large = 20;

/**
 * What this process knows of the mails that are due: enough to tell whether waiting for a mail that may be among them
 * makes sense. Losing it on a restart costs a little waiting.
 */
export class Backlog {
  #untried = 0;
  #more = false;
  #finished = 0;
  #onMore: () => void = () => {};
  /** Mails that wait, by mail key, with how much had been finished when they last began to. */
  readonly #waiting = new Map<string, number>();
  readonly #keyOf = new Map<string, string>();

  /** Due mails were read. @param more whether others are due behind them */
  begin(batch: PendingMail[], more: boolean): void {
    this.#untried += batch.filter((mail) => mail.attempts === 0).length;
    this.#more = more;
  }

  tried(mail: PendingMail): void {
    if (mail.attempts === 0) this.#untried -= 1;
  }

  /** A run ended, and whatever it had read and not tried comes again. */
  end(): void {
    this.#untried = 0;
  }

  /** Whether so many mails are due that whatever merely follows them should take longer steps. */
  get long(): boolean {
    return this.#untried > large;
  }

  /** Mails were noted. Tells the run that is under way, which would otherwise learn of them only after its last mail. */
  noted(): void {
    this.#onMore();
  }

  onNoted(listener: () => void): void {
    this.#onMore = listener;
  }

  finished(mail: PendingMail): void {
    this.#finished += 1;
    const mailKey = this.#keyOf.get(mail.graphId);
    this.#keyOf.delete(mail.graphId);
    if (mailKey !== undefined) this.#waiting.delete(mailKey);
  }

  /**
   * Seconds that a mail should wait for the mails it names, or null when it should go ahead. It waits once in any case;
   * longer while one of them is waiting too, or while anything happens that could bring one of them.
   */
  wait(mail: PendingMail, mailKey: string, parentKeys: string[]): number | null {
    if (mail.attempts >= this.#limit(mailKey, parentKeys)) return null;
    this.#waiting.set(mailKey, this.#finished);
    this.#keyOf.set(mail.graphId, mailKey);
    return this.#more ? 0.9 : 0.3;
  }

  #limit(mailKey: string, parentKeys: string[]): number {
    if (this.#more || this.#untried > large || parentKeys.some((key) => this.#waiting.has(key))) return mostWaits;
    const before = this.#waiting.get(mailKey);
    return before === undefined || this.#untried > 0 || this.#finished > before ? usualWaits : 0;
  }
}
