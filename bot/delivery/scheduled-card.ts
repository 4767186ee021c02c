import { isFailure } from '../../backend/domain/failure.ts';
import type { CardFact } from '../../backend/ports/conversations.ts';
import type { AdaptiveCard } from '../cards/elements.ts';
import { reportFigures } from '../report-answers.ts';
import type { DrawDeps } from './draw-deps.ts';

/** As whoever made the schedule may see it; null once they have left, or the report is gone. */
export async function scheduledCard(
  deps: DrawDeps,
  { agentId, reportId }: Extract<CardFact, { kind: 'report' }>,
): Promise<AdaptiveCard | null> {
  const agent = await deps.directory.agent(agentId);
  if (agent === undefined) return null;
  const actor = { id: agent.id, name: agent.name, role: agent.role, surface: 'teams' as const };
  try {
    return await reportFigures(deps, actor, (await deps.app.getReport(actor, reportId)).value);
  } catch (error) {
    if (isFailure(error, 'not-found')) return null;
    throw error;
  }
}
