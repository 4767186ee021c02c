import type { CardFact } from '../../backend/ports/conversations.ts';
import type { AdaptiveCard } from '../cards/elements.ts';
import { figuresCard } from '../figure-answers.ts';
import type { DrawDeps } from './draw-deps.ts';

/** A digest as its reader may see it; null for somebody who left. */
export async function digestCard(
  deps: DrawDeps,
  { agentId, from, to, says, zone }: Extract<CardFact, { kind: 'digest' }>,
): Promise<AdaptiveCard | null> {
  const agent = await deps.directory.agent(agentId);
  if (agent === undefined) return null;
  const actor = { id: agent.id, name: agent.name, role: agent.role, surface: 'teams' as const };
  return figuresCard(deps, actor, { says, from, to }, { heading: says, zone });
}
