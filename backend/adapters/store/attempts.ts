import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../../domain/failure.ts';

/** Attempts left for an operation that others may get in the way of; each pause is longer and random. */
export class Attempts {
  #left: number;
  #pauseMs = 1;

  constructor(count = 30) {
    this.#left = count;
  }

  /** After a conflict: somebody else was first, so trying again soon makes sense. @throws Failure `unavailable` */
  async afterConflict(): Promise<void> {
    await this.#pause(1, 250, undefined);
  }

  /** After an answer that does not tell: the store is in trouble, so fewer tries and longer pauses. @throws Failure `unavailable` */
  async afterUnknown(cause: unknown): Promise<void> {
    this.#pauseMs = Math.max(this.#pauseMs, 25);
    await this.#pause(4, 2_000, cause);
  }

  async #pause(cost: number, longestMs: number, cause: unknown): Promise<void> {
    this.#left -= cost;
    if (this.#left <= 0) throw new Failure('unavailable', 'The store did not take the change.', { cause });
    await sleep(this.#pauseMs * Math.random());
    this.#pauseMs = Math.min(this.#pauseMs * 2, longestMs);
  }
}
