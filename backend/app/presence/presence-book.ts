import { type AtCase, oncePerSurface, type PresentPerson } from '../../domain/presence/people.ts';

/** Past this many, whoever was heard of longest ago is forgotten. */
const mostPlaces = 10_000;

interface Place extends AtCase {
  /** Milliseconds since 1970 at which they count as gone; Infinity where a connection says when it ends. */
  untilMs: number;
}

/**
 * Who is at which case now. `key` names a place: a connection, or a person's surface at a case; at one case at a time.
 * Those whom other processes know of are laid beside them.
 */
export class PresenceBook {
  /** Whoever was heard of longest ago comes first. */
  readonly #places = new Map<string, Place>();
  readonly #cases = new Map<string, Set<string>>();
  #elsewhere = new Map<string, PresentPerson[]>();
  readonly #followers = new Set<(caseId: string) => void>();
  /** Grows with every change of who is here. */
  changes = 0;

  /** Answers whether that changed anything for others. */
  enter(key: string, caseId: string, person: PresentPerson, untilMs = Infinity): boolean {
    const known = this.#places.get(key);
    const moved = known !== undefined && known.caseId !== caseId;
    const changed = known === undefined || moved || known.person.doing !== person.doing;
    if (moved) this.leave(key);
    this.#places.delete(key);
    this.#places.set(key, { caseId, person: changed ? person : known.person, untilMs });
    const keys = this.#cases.get(caseId) ?? new Set();
    this.#cases.set(caseId, keys.add(key));
    if (this.#places.size > mostPlaces) this.#forgetOldest();
    if (changed) this.#note(caseId);
    return changed;
  }

  leave(key: string): void {
    const place = this.#places.get(key);
    if (place === undefined) return;
    this.#places.delete(key);
    const keys = this.#cases.get(place.caseId);
    keys?.delete(key);
    if (keys?.size === 0) this.#cases.delete(place.caseId);
    this.#note(place.caseId);
  }

  /** Forgets whoever has not been heard of in time. */
  expire(nowMs: number): void {
    for (const [key, { untilMs }] of [...this.#places]) if (untilMs <= nowMs) this.leave(key);
  }

  at(caseId: string): PresentPerson[] {
    const here = [...(this.#cases.get(caseId) ?? [])].flatMap((key) => this.#places.get(key)?.person ?? []);
    return oncePerSurface([...here, ...(this.#elsewhere.get(caseId) ?? [])]);
  }

  /** Everybody whom this process knows of at first hand. */
  here(): AtCase[] {
    return [...this.#places.values()].map(({ caseId, person }) => ({ caseId, person }));
  }

  /** Replaces what other processes said, and tells of the cases where that makes a difference. */
  setElsewhere(people: AtCase[]): void {
    const before = this.#elsewhere;
    this.#elsewhere = new Map();
    for (const { caseId, person } of people) {
      this.#elsewhere.set(caseId, [...(this.#elsewhere.get(caseId) ?? []), person]);
    }
    const touched = new Set([...before.keys(), ...this.#elsewhere.keys()]);
    for (const caseId of touched) {
      const [was, is] = [before.get(caseId), this.#elsewhere.get(caseId)].map((list) => JSON.stringify(list));
      if (was !== is) this.#tell(caseId);
    }
  }

  /** Calls back with a case whenever somebody came, went or began to reply there. */
  follow(listener: (caseId: string) => void): () => void {
    this.#followers.add(listener);
    return () => this.#followers.delete(listener);
  }

  #forgetOldest(): void {
    const [oldest] = this.#places.keys();
    if (oldest !== undefined) this.leave(oldest);
  }

  #note(caseId: string): void {
    this.changes += 1;
    this.#tell(caseId);
  }

  #tell(caseId: string): void {
    for (const follower of this.#followers) follower(caseId);
  }
}
