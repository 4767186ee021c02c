import { isFailure } from '../../domain/failure.ts';
import type { PendingMail } from '../../ports/pending-mail.ts';
import type { IntakeDeps } from './deps.ts';
import { Line, type Work } from './line.ts';
import { receiveMail } from './receive-mail.ts';
import { parkMail } from './record-unread.ts';
import { WaitsFor } from './waits-for.ts';

/** Faults that pass by themselves are retried for ever; a mail that breaks us is parked after this many tries. */
const triesBeforeParking = 6;
const longestWaitMs = 300_000;
/** Rows of finished mails are removed together; a crash before that only lets their mails come again. */
const finishedTogether = 32;

export interface DrainReport {
  finished: number;
  postponed: number;
}

/**
 * Works through the mails we were told of, `concurrency` at a time, until none is due; also those noted meanwhile.
 * @throws Failure `unavailable` when the store does not answer
 */
export async function drainPending(deps: IntakeDeps, concurrency: number): Promise<DrainReport> {
  const drain = new Drain(deps);
  deps.backlog.onNoted(() => drain.grew());
  try {
    return await drain.run(concurrency);
  } finally {
    deps.backlog.onNoted(() => {});
    deps.backlog.end();
  }
}

class Drain {
  readonly #deps: IntakeDeps;
  readonly #line: Line;
  readonly #report = { finished: 0, postponed: 0 };
  readonly #finished: PendingMail[] = [];
  readonly #faults: unknown[] = [];
  #busy = 0;
  #stir: () => void = () => {};

  constructor(deps: IntakeDeps) {
    this.#deps = deps;
    this.#line = new Line(deps);
  }

  grew(): void {
    this.#line.grew();
    this.#stir();
  }

  async run(concurrency: number): Promise<DrainReport> {
    for (;;) {
      const stirred = new Promise<void>((resolve) => (this.#stir = resolve));
      const work = this.#busy < concurrency && this.#faults.length === 0 ? await this.#line.next() : undefined;
      if (work !== undefined) this.#begin(work);
      else if (this.#busy > 0) await stirred;
      else if (this.#faults.length > 0) throw this.#faults[0];
      else if (!this.#line.releaseAll()) {
        await this.#removeFinished();
        return this.#report;
      }
    }
  }

  #begin(work: Work): void {
    this.#busy += 1;
    void this.#carryOut(work)
      .catch((error) => this.#faults.push(error))
      .finally(() => {
        this.#busy -= 1;
        this.#stir();
      });
  }

  async #carryOut(work: Work): Promise<void> {
    const { pending } = work;
    try {
      const { mailKey, fate } = await receiveMail(this.#deps, work);
      this.#line.release([mailKey, fate?.caseId ?? null].filter((key) => key !== null));
      await this.#finish(pending);
    } catch (error) {
      if (error instanceof WaitsFor && this.#line.hold(work, error.keys)) return;
      await this.#postponeOrPark(pending, error);
    }
    this.#deps.backlog.tried(pending);
  }

  async #finish(pending: PendingMail): Promise<void> {
    this.#deps.handled.add(pending.graphId);
    this.#deps.backlog.finished(pending);
    this.#report.finished += 1;
    this.#finished.push(pending);
    if (this.#finished.length >= finishedTogether) await this.#removeFinished();
  }

  async #removeFinished(): Promise<void> {
    const mails = this.#finished.splice(0);
    if (mails.length === 0) return;
    await this.#deps.pending.finishAll(mails);
    this.#line.forget(mails);
  }

  async #postponeOrPark(pending: PendingMail, error: unknown): Promise<void> {
    const { log, clock } = this.#deps;
    const fields = { mailbox: pending.mailbox, graphId: pending.graphId, attempts: pending.attempts + 1 };
    const name = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    if (!passesByItself(error) && pending.attempts + 1 >= triesBeforeParking) {
      log.error('mail parked', { ...fields, error: name });
      await parkMail(this.#deps, pending, name);
      return this.#finish(pending);
    }
    const waitMs = waitBeforeNextTry(pending, error);
    // A mail that waits a moment for another is nothing to look into.
    log[error instanceof WaitsFor ? 'debug' : 'warn']('mail postponed', { ...fields, error: name });
    await this.#deps.pending.postpone(pending, new Date(clock.nowMs() + waitMs).toISOString(), name);
    this.#line.forget([pending]);
    this.#report.postponed += 1;
  }
}

function passesByItself(error: unknown): boolean {
  return isFailure(error, 'unavailable') || isFailure(error, 'throttled') || isFailure(error, 'forbidden');
}

function waitBeforeNextTry(pending: PendingMail, error: unknown): number {
  const asked = isFailure(error) ? error.retryAfterSeconds : undefined;
  return asked === undefined ? Math.min(longestWaitMs, 250 * 2 ** Math.min(pending.attempts, 12)) : asked * 1000;
}
