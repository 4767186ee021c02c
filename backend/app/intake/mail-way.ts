import type { MailFate, MailSteps } from '../../domain/mail/mail.ts';
import type { PendingMail } from '../../ports/pending-mail.ts';
import type { Clock } from '../../ports/system.ts';

/** How a mail came through intake, and how long each step took, for its fate to tell. */
export class MailWay {
  readonly released: boolean;
  readonly #pending: PendingMail;
  readonly #clock: Clock;
  readonly #steps: MailSteps = { fetched: 0, judged: 0, matched: 0, analysed: null, recorded: 0 };

  constructor(pending: PendingMail, clock: Clock) {
    this.released = pending.released === true;
    this.#pending = pending;
    this.#clock = clock;
  }

  done(step: keyof MailSteps): void {
    this.#steps[step] = Math.max(0, this.#clock.nowMs() - Date.parse(this.#pending.notedAt));
  }

  /** What the fate says of it, were it recorded now. */
  told(): Pick<MailFate, 'noted' | 'tries' | 'steps'> {
    this.done('recorded');
    const { notedAt, notedBy, attempts } = this.#pending;
    return { noted: { at: notedAt, by: notedBy ?? 'push' }, tries: attempts, steps: { ...this.#steps } };
  }
}
