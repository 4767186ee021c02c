import type { Instant } from '../../backend/domain/mail/mail.ts';
import type { Clock } from '../../backend/ports/system.ts';

/** A clock that stands still until it is moved. */
export class TestClock implements Clock {
  #ms: number;

  constructor(start: Instant = '2026-03-02T09:00:00.000Z') {
    this.#ms = Date.parse(start);
  }

  now(): Instant {
    return new Date(this.#ms).toISOString();
  }

  nowMs(): number {
    return this.#ms;
  }

  advance(ms: number): void {
    this.#ms += ms;
  }

  set(instant: Instant): void {
    this.#ms = Date.parse(instant);
  }
}
