import type { Agent } from '../ports/directory.ts';

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

function agent(n: number, name: string, role: Agent['role'], team: string | null): Agent {
  const email = `${name.toLowerCase().replace(' ', '.')}@contoso.example`;
  return { id: `00000000-0000-0000-0000-00000000000${n}`, name, email, role, team };
}
