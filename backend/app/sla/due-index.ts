import type { SupportCase } from '../../domain/case/case.ts';
import { nextLevel } from '../../domain/sla/next-level.ts';
import { endedStatuses } from '../../domain/vocabulary.ts';
import type { NotClosedCase } from '../../ports/case-index.ts';

type Watched = Pick<SupportCase, 'id' | 'status' | 'sla'>;

interface Entry {
  /** When the next level of a clock is reached; Infinity when none is ahead. */
  at: number;
  basis: string;
}

/**
 * Which open case comes to the next level of a clock, and when: a heap in memory, fed with every case that is loaded or
 * written. Asking it costs the same with a thousand cases as with a million. Milliseconds since the epoch.
 */
export class DueIndex {
  readonly #entries = new Map<string, Entry>();
  readonly #outdated = new Set<string>();
  #basis = '';
  /** Cases that changed while the others were being loaded; null afterwards. */
  #newer: Set<string> | null = new Set();
  /** A binary heap in two columns. A place whose case says another time by now is skipped when it comes up. */
  #times: number[] = [];
  #ids: string[] = [];

  get loaded(): boolean {
    return this.#newer === null;
  }

  /** Every open case has been put. */
  markLoaded(): void {
    this.#newer = null;
  }

  /** Puts an open case as it was at the start, unless it has been put since. */
  putEarlier({ id, levelMs, basis }: Pick<NotClosedCase, 'id' | 'levelMs' | 'basis'>): void {
    if (this.#newer?.has(id) === false) this.#watch(id, levelMs, basis);
  }

  /** Puts a case as it stands. */
  put(value: Watched): void {
    const { id, status, sla } = value;
    this.#newer?.add(id);
    if (endedStatuses.includes(status)) this.forget(id);
    else this.#watch(id, sla === null ? Number.POSITIVE_INFINITY : nextLevel(sla), sla?.basis ?? '');
  }

  #watch(id: string, at: number, basis: string): void {
    if (basis === this.#basis) this.#outdated.delete(id);
    else this.#outdated.add(id);
    this.#set(id, { at, basis });
  }

  forget(id: string): void {
    this.#entries.delete(id);
    this.#outdated.delete(id);
  }

  /** When the next case comes up; Infinity when none will. */
  nextAt(): number {
    this.#dropStale();
    return this.#times[0] ?? Number.POSITIVE_INFINITY;
  }

  /** Takes out cases that have come up by `now`, the longest due first; each must be put or postponed again. */
  take(now: number, limit: number): string[] {
    const ids: string[] = [];
    while (ids.length < limit && this.nextAt() <= now) {
      const id = this.#pop();
      const entry = this.#entries.get(id);
      if (entry !== undefined) entry.at = Number.POSITIVE_INFINITY;
      ids.push(id);
    }
    return ids;
  }

  postpone(id: string, until: number): void {
    this.#set(id, { at: until, basis: this.#entries.get(id)?.basis ?? '' });
  }

  /** Names the settings in force: cases worked out by others are outdated from now on. */
  adopt(basis: string): void {
    if (basis === this.#basis) return;
    this.#basis = basis;
    this.#outdated.clear();
    for (const [id, entry] of this.#entries) if (entry.basis !== basis) this.#outdated.add(id);
  }

  outdated(limit: number): string[] {
    const ids: string[] = [];
    for (const id of this.#outdated) {
      if (ids.length === limit) break;
      ids.push(id);
    }
    return ids;
  }

  /** The settings in force change nothing for the case. */
  markCurrent(id: string): void {
    this.#outdated.delete(id);
    const entry = this.#entries.get(id);
    if (entry !== undefined) entry.basis = this.#basis;
  }

  #set(id: string, entry: Entry): void {
    const before = this.#entries.get(id);
    this.#entries.set(id, entry);
    if (entry.at === Number.POSITIVE_INFINITY || before?.at === entry.at) return;
    if (this.#times.length > 2 * this.#entries.size + 1_000) this.#rebuild();
    else this.#push(entry.at, id);
  }

  #isStale(i: number): boolean {
    return this.#entries.get(this.#ids[i] ?? '')?.at !== this.#times[i];
  }

  #dropStale(): void {
    while (this.#times.length > 0 && this.#isStale(0)) this.#pop();
  }

  #rebuild(): void {
    this.#times = [];
    this.#ids = [];
    for (const [id, { at }] of this.#entries) if (at !== Number.POSITIVE_INFINITY) this.#push(at, id);
  }

  #push(at: number, id: string): void {
    let i = this.#times.length;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const [parentAt = 0, parentId = ''] = [this.#times[parent], this.#ids[parent]];
      if (parentAt <= at) break;
      this.#place(i, parentAt, parentId);
      i = parent;
    }
    this.#place(i, at, id);
  }

  #pop(): string {
    const top = this.#ids[0] ?? '';
    const [at = 0, id = ''] = [this.#times.pop(), this.#ids.pop()];
    if (this.#times.length > 0) this.#sink(at, id);
    return top;
  }

  #sink(at: number, id: string): void {
    const count = this.#times.length;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= count) break;
      if (child + 1 < count && (this.#times[child + 1] ?? 0) < (this.#times[child] ?? 0)) child += 1;
      const [childAt = 0, childId = ''] = [this.#times[child], this.#ids[child]];
      if (at <= childAt) break;
      this.#place(i, childAt, childId);
      i = child;
    }
    this.#place(i, at, id);
  }

  #place(i: number, at: number, id: string): void {
    this.#times[i] = at;
    this.#ids[i] = id;
  }
}
