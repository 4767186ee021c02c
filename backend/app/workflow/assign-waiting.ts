import { system } from '../../domain/access/actor.ts';
import { assignTo } from '../../domain/case/change.ts';
import { endedStatuses, pausedStatuses } from '../../domain/vocabulary.ts';
import type { Choice } from '../../domain/workflow/assignment.ts';
import type { WorkflowDeps } from './deps.ts';
import { loadOpenWork } from './load-open-work.ts';
import { lastAgentOf, noteChosen, type Roster, readRoster, rosterChoice } from './roster.ts';

/** Cases handed out in one go. */
const mostAtOnce = 500;

/**
 * Hands out what waits in the teams that do not do it by hand: the case due first first, as far as people have hands
 * free, and first of all the work of those who are out of office. Every choice says in the history why it was made.
 */
export async function assignWaiting(deps: WorkflowDeps): Promise<void> {
  await loadOpenWork(deps);
  const roster = await readRoster(deps);
  await offerWorkOfTheAbsent(deps, roster);
  const handsOut = (team: string | null) => team !== null && strategyOf(roster, team) !== 'manual';
  const waiting = deps.openWork.waiting().filter(({ team }) => handsOut(team));
  for (const { caseId } of waiting.slice(0, mostAtOnce)) await assignOne(deps, roster, caseId);
}

function strategyOf(roster: Roster, team: string): string {
  return roster.teams.get(team)?.assignment?.kind ?? 'manual';
}

async function assignOne(deps: WorkflowDeps, roster: Roster, caseId: string): Promise<void> {
  const found = await deps.store.get(caseId);
  if (found === undefined || found.value.assignee !== null) return;
  const choice = rosterChoice(roster, await lastAgentOf(deps, found.value))(found.value);
  if (choice.agent !== null) await give(deps, roster, caseId, null, choice);
}

async function offerWorkOfTheAbsent(deps: WorkflowDeps, roster: Roster): Promise<void> {
  for (const worker of roster.workers.values()) {
    if (worker.away?.startsWith('out of office') !== true) continue;
    for (const caseId of deps.openWork.heldBy(worker.id)) await takeFrom(deps, roster, caseId, worker);
  }
}

/** What waits for somebody else may wait with the absent; the rest goes to a colleague, or back into the queue. */
async function takeFrom(deps: WorkflowDeps, roster: Roster, caseId: string, absent: { id: string; name: string }) {
  const found = await deps.store.get(caseId);
  if (found === undefined || found.value.assignee !== absent.id || pausedStatuses.includes(found.value.status)) return;
  if (found.value.team === null || strategyOf(roster, found.value.team) === 'manual') return;
  const choice = rosterChoice(roster, await lastAgentOf(deps, found.value), absent.id)(found.value);
  const why = `${absent.name} is out of office. ${choice.agent === null ? 'It waits for a colleague.' : choice.why}`;
  await give(deps, roster, caseId, absent.id, { agent: choice.agent, why });
}

/** Gives the case to whoever was chosen, unless somebody was faster. */
async function give(
  deps: WorkflowDeps,
  roster: Roster,
  caseId: string,
  from: string | null,
  { agent, why }: Choice,
): Promise<void> {
  const operation = deps.ids.secret();
  const given = await deps.store.transact(caseId, `assign|${operation}`, async (tx) => {
    const current = await tx.case(caseId);
    if (current === undefined || current.value.assignee !== from || endedStatuses.includes(current.value.status)) {
      return null;
    }
    const at = deps.clock.now();
    const { value, changes } = assignTo(current.value, agent, undefined, at);
    const team = value.team ?? '';
    const automation = {
      kind: 'assignment' as const,
      id: team,
      name: roster.teams.get(team)?.name ?? team,
      depth: 0,
      effects: [],
    };
    tx.putCase(value);
    tx.record({
      kind: 'case.changed',
      caseId,
      at,
      actor: system,
      changes,
      messageId: null,
      mail: null,
      reason: why,
      automation,
    });
    return team;
  });
  if (given === null) return;
  if (agent !== null) await noteChosen(deps, roster, given, agent);
  await deps.settle(caseId);
}
