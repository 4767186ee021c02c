import type { Instant } from '../mail/mail.ts';
import type { PresenceDoing, PresenceSurface } from '../vocabulary.ts';

/** Somebody who has a case before them. */
export interface PresentPerson {
  id: string;
  name: string;
  surface: PresenceSurface;
  doing: PresenceDoing;
  /** Since when they have been doing it. */
  since: Instant;
}

/** Somebody and the case they are at. */
export interface AtCase {
  caseId: string;
  person: PresentPerson;
}

/** Each person once a surface; whoever replies before those who only look, then the first to come. */
export function oncePerSurface(people: Iterable<PresentPerson>): PresentPerson[] {
  const once = new Map<string, PresentPerson>();
  for (const person of people) {
    const key = `${person.id} ${person.surface}`;
    const known = once.get(key);
    if (known === undefined || rank(person) < rank(known)) once.set(key, person);
  }
  return [...once.values()].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** Those who write to the customer now, but for one person: who is to be warned of them. */
export function othersReplying(people: readonly PresentPerson[], personId: string): PresentPerson[] {
  return people.filter(({ id, doing }) => doing === 'replying' && id !== personId);
}

function rank({ doing, since, id }: PresentPerson): string {
  return `${doing === 'replying' ? 0 : 1} ${since} ${id}`;
}
