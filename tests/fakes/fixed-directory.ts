import type { Agent, Directory } from '../../backend/ports/directory.ts';

/** The people of the tests; the bot playground's users carry the same ids. */
export const jonas = person(1, 'Jonas Weber', 'agent');
export const ana = person(2, 'Ana Ruiz', 'agent');
export const sofia = person(5, 'Sofia Marin', 'manager');

function person(n: number, name: string, role: Agent['role']): Agent {
  const email = `${name.toLowerCase().replace(' ', '.')}@contoso.example`;
  return { id: `00000000-0000-0000-0000-00000000000${n}`, name, email, role, team: null };
}

export class FixedDirectory implements Directory {
  readonly #agents: Agent[];

  constructor(agents: Agent[] = [jonas, ana, sofia]) {
    this.#agents = agents;
  }

  async agents(): Promise<Agent[]> {
    return this.#agents;
  }

  async agent(id: string): Promise<Agent | undefined> {
    return this.#agents.find((agent) => agent.id === id);
  }

  readonly nameOf = (id: string): string | undefined => this.#agents.find((agent) => agent.id === id)?.name;
}
