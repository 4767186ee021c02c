import { Failure } from '../domain/failure.ts';
import type { Agent, PeopleDirectory } from '../ports/directory.ts';

/** The made-up people of the sandbox; the bot playground's users carry the same ids. */
export const sandboxAgents: Agent[] = [
  agent(1, 'Jonas Weber', 'agent', 'property'),
  agent(2, 'Ana Ruiz', 'agent', 'property'),
  agent(3, 'Tom Okafor', 'agent', 'property'),
  agent(4, 'Lena Fischer', 'agent', 'product'),
  agent(5, 'Sofia Marin', 'manager', 'property'),
  agent(6, 'Alex Admin', 'admin', null),
];

export const sandboxTeams = [
  { id: 'property', name: 'Property' },
  { id: 'product', name: 'Product' },
];

/** The sandbox's company directory: the same people, by id or address. */
export const sandboxPeople: PeopleDirectory = {
  async person(_accessToken, userId) {
    const found = sandboxAgents.find(({ id, email }) => id === userId || email === userId.toLowerCase());
    if (found === undefined) throw new Failure('not-found', 'There is nobody of that name in the directory.');
    return { id: found.id, name: found.name, email: found.email };
  },
};

function agent(n: number, name: string, role: Agent['role'], team: string | null): Agent {
  const email = `${name.toLowerCase().replace(' ', '.')}@contoso.example`;
  return { id: `00000000-0000-0000-0000-00000000000${n}`, name, email, role, team };
}
