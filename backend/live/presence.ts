import type { CasePresence } from '../contracts/live.ts';

type Person = CasePresence['people'][number];

/** Who is at which case now, in this process. A connection is at one case at a time and leaves when it ends. */
export class PresenceBook {
  readonly #cases = new Map<string, Map<string, Person>>();
  readonly #places = new Map<string, string>();

  /** Answers the cases at which people must hear of it. */
  enter(connection: string, caseId: string, person: Person): string[] {
    const left = this.#places.get(connection);
    const known = this.#cases.get(caseId)?.get(connection);
    if (left === caseId && known?.doing === person.doing) return [];
    const moved = left !== undefined && left !== caseId ? this.leave(connection) : [];
    this.#places.set(connection, caseId);
    const people = this.#cases.get(caseId) ?? new Map<string, Person>();
    this.#cases.set(caseId, people.set(connection, { ...person, since: known?.since ?? person.since }));
    return [...moved, caseId];
  }

  leave(connection: string): string[] {
    const caseId = this.#places.get(connection);
    if (caseId === undefined) return [];
    this.#places.delete(connection);
    const people = this.#cases.get(caseId);
    people?.delete(connection);
    if (people?.size === 0) this.#cases.delete(caseId);
    return [caseId];
  }

  /** Each person once a surface; whoever replies before those who only look, then the first to come. */
  at(caseId: string): CasePresence {
    const once = new Map<string, Person>();
    for (const person of this.#cases.get(caseId)?.values() ?? []) {
      const key = `${person.id} ${person.surface}`;
      if (once.get(key)?.doing !== 'replying') once.set(key, person);
    }
    const rank = (person: Person) => `${person.doing === 'replying' ? 0 : 1} ${person.since} ${person.id}`;
    return { caseId, people: [...once.values()].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)) };
  }
}
