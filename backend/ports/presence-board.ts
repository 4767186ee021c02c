import type { AtCase } from '../domain/presence/people.ts';

/** Where the processes on one store tell each other who is at which case. */
export interface PresenceBoard {
  /** Replaces what this process said before. */
  say(people: AtCase[]): Promise<void>;
  /** What all other processes said lately. */
  others(): Promise<AtCase[]>;
}
