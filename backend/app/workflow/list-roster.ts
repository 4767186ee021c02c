import { readAllAvailability } from './availability.ts';
import type { WorkflowDeps } from './deps.ts';
import { loadOpenWork } from './load-open-work.ts';
import { readRoster } from './roster.ts';
import type { RosterEntry } from './workflow-use-cases.ts';

/** Everybody who works here: whether they can take work now, how much they have, and why not. */
export async function listRoster(deps: WorkflowDeps): Promise<RosterEntry[]> {
  await loadOpenWork(deps);
  const { agents, workers } = await readRoster(deps);
  const said = await readAllAvailability(deps);
  return agents.map(({ id, name, team }) => {
    const { load = 0, capacity = null, away = null } = workers.get(id) ?? {};
    return { id, name, team, load, capacity, away, until: said.get(id)?.until ?? null };
  });
}
