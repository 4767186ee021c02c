import type { Role } from '../domain/vocabulary.ts';

export interface Agent {
  /** Entra object id. */
  id: string;
  name: string;
  email: string;
  role: Role;
  team: string | null;
}

/** Who works here. Comes from the settings document `agents`. */
export interface Directory {
  agents(): Promise<Agent[]>;
  agent(id: string): Promise<Agent | undefined>;
}
