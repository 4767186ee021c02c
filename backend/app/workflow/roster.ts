import type { SupportCase } from '../../domain/case/case.ts';
import { type Choice, chooseAgent, type Strategy, type Worker } from '../../domain/workflow/assignment.ts';
import { shiftAt } from '../../domain/workflow/shifts.ts';
import type { Agent } from '../../ports/directory.ts';
import type { PresenceState } from '../../ports/presence.ts';
import { readAllAvailability } from './availability.ts';
import type { WorkflowDeps } from './deps.ts';
import type { Availability } from './workflow-use-cases.ts';

export interface TeamSetting {
  id: string;
  name: string;
  assignment?: Strategy | undefined;
  /** Minutes before the end of a shift at which its work is offered on. */
  handOverMinutes?: number | undefined;
}

/** Who is there and how teams hand out their work, as of one moment. Choices made from it count at once. */
export interface Roster {
  teams: Map<string, TeamSetting>;
  agents: Agent[];
  workers: Map<string, Worker>;
  /** Who got each team's last case. */
  lastChosen: Map<string, string>;
}

const turnPrefix = 'turn|';

export async function readRoster(deps: WorkflowDeps): Promise<Roster> {
  const { value } = await deps.settings.read('teams');
  const { teams } = value as { teams: TeamSetting[] };
  const agents = await deps.directory.agents();
  const said = await readAllAvailability(deps);
  const seen = await deps.presence.of(agents.map(({ id }) => id));
  const turns = await deps.state.list(turnPrefix);
  const nowMs = deps.clock.nowMs();
  return {
    teams: new Map(teams.map((team) => [team.id, team])),
    agents,
    workers: new Map(agents.map((one) => [one.id, workerOf(deps, one, said.get(one.id), seen.get(one.id), nowMs)])),
    lastChosen: new Map(Object.entries(turns).map(([key, agent]) => [key.slice(turnPrefix.length), agent])),
  };
}

function workerOf(
  deps: WorkflowDeps,
  agent: Agent,
  said: Availability | undefined,
  seen: PresenceState | undefined,
  nowMs: number,
): Worker {
  return {
    id: agent.id,
    name: agent.name,
    skills: agent.skills ?? [],
    languages: agent.languages ?? [],
    capacity: agent.capacity ?? null,
    load: deps.openWork.load(agent.id),
    away: whyAway(agent, said, seen, nowMs),
  };
}

function whyAway(
  { hours }: Agent,
  said: Availability | undefined,
  seen: PresenceState | undefined,
  nowMs: number,
): string | null {
  if (said !== undefined && said.state !== 'available') return said.state.replaceAll('_', ' ');
  if (seen === 'out_of_office') return 'out of office in Outlook';
  if (hours !== undefined && shiftAt(hours, nowMs).present === null) return 'not on shift';
  return null;
}

/** Chooses for a case from the roster. `lastAgent` had the customer's last case; `except` is not to be chosen. */
export function rosterChoice(roster: Roster, lastAgent: string | null, except: string | null = null) {
  return (value: SupportCase): Choice => {
    const team = value.team === null ? undefined : roster.teams.get(value.team);
    if (team?.assignment === undefined) return { agent: null, why: 'The case has no team that hands out its work.' };
    const members = roster.agents.filter((agent) => agent.team === team.id);
    const workers = members.map(({ id }) => roster.workers.get(id)).filter((worker) => worker !== undefined);
    const { category, tags, language } = value;
    const lastChosen = roster.lastChosen.get(team.id) ?? null;
    return chooseAgent({ category, tags, language, lastAgent, lastChosen, except }, team.assignment, workers);
  };
}

/** Notes in the roster, and for the next one, that somebody got a case of a team. */
export async function noteChosen(deps: WorkflowDeps, roster: Roster, team: string, agent: string): Promise<void> {
  const worker = roster.workers.get(agent);
  if (worker !== undefined) worker.load += 1;
  roster.lastChosen.set(team, agent);
  await deps.state.write(turnPrefix + team, agent);
}

const casesLookedAt = 5;

/** Who has, or had, the customer's latest other case. */
export async function lastAgentOf(
  { index, store }: Pick<WorkflowDeps, 'index' | 'store'>,
  { id, customer }: SupportCase,
): Promise<string | null> {
  for (const other of index.ofCustomer(customer.email, casesLookedAt)) {
    const found = other === id ? undefined : await store.get(other);
    if (found !== undefined && found.value.assignee !== null) return found.value.assignee;
  }
  return null;
}
