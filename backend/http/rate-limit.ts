import type { Clock } from '../ports/system.ts';

const windowMs = 60_000;
/** Whoever comes with more names than this within a minute makes us forget the older ones. */
const mostNames = 10_000;

/** How often something may be done within a minute, by name; in this process alone. */
export class RateLimit {
  readonly #most: number;
  readonly #clock: Clock;
  #window = Number.NEGATIVE_INFINITY;
  #taken = new Map<string, number>();

  constructor(most: number, clock: Clock) {
    this.#most = most;
    this.#clock = clock;
  }

  /** Takes one; seconds to wait when there is none left, 0 when it may be done. */
  take(name: string): number {
    const nowMs = this.#clock.nowMs();
    const window = Math.floor(nowMs / windowMs);
    if (window !== this.#window || this.#taken.size > mostNames) {
      this.#window = window;
      this.#taken = new Map();
    }
    const taken = (this.#taken.get(name) ?? 0) + 1;
    this.#taken.set(name, taken);
    return taken <= this.#most ? 0 : Math.ceil(((window + 1) * windowMs - nowMs) / 1_000);
  }
}
