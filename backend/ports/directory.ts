import type { Role } from '../domain/vocabulary.ts';
import type { Shifts } from '../domain/workflow/shifts.ts';

export interface Agent {
  /** Entra object id. */
  id: string;
  name: string;
  email: string;
  role: Role;
  team: string | null;
  /** Category keys and tags. */
  skills?: string[] | undefined;
  /** ISO 639-1. */
  languages?: string[] | undefined;
  /** Most open cases at a time; null or absent for no limit. */
  capacity?: number | null | undefined;
  /** When they work; absent for always. */
  hours?: Shifts | undefined;
}

/** The company's own directory, seen with the eyes of whoever asks. */
export interface PeopleDirectory {
  /**
   * @param accessToken the caller's token for this application, exchanged for one that the directory accepts
   * @param userId Entra object id or sign-in name
   * @throws Failure `not-found` for nobody, `forbidden` where consent is missing, `unauthenticated`, `unavailable`
   */
  person(accessToken: string, userId: string): Promise<{ id: string; name: string; email: string }>;
}

/** Who works here. Comes from the settings document `agents`. */
export interface Directory {
  agents(): Promise<Agent[]>;
  agent(id: string): Promise<Agent | undefined>;
}
