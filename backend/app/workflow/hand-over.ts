import { type Actor, system } from '../../domain/access/actor.ts';
import { assignTo } from '../../domain/case/change.ts';
import { Failure } from '../../domain/failure.ts';
import { standing } from '../../domain/sla/clocks.ts';
import {
  type Colleague,
  cannotWait,
  type Leave,
  leaveOf,
  offerSentence,
  type Relief,
  reliefFor,
} from '../../domain/workflow/hand-over.ts';
import { assigneeOf } from '../cases/assignee.ts';
import type { VersionedCase } from '../cases/case-use-cases.ts';
import { caseIdOf, getCase, noSuchCase } from '../cases/find-case.ts';
import { mustNotBeMerged } from '../cases/merged.ts';
import { noteOf } from './case-note.ts';
import type { WorkflowDeps } from './deps.ts';
import { loadOpenWork } from './load-open-work.ts';
import { type Roster, readRoster } from './roster.ts';
import type { HandOverOffer } from './workflow-use-cases.ts';

/** Minutes before the end of a shift, where a team has not said otherwise. */
const usualMinutes = 30;

interface Offer {
  found: VersionedCase;
  team: string | null;
  leave: Leave;
  riskMs: number;
  dueMs: number;
  relief: Relief[];
}

/** Cases that will be at risk before whoever has them is back, the first at risk first. */
export async function listHandOver(deps: WorkflowDeps, team?: string): Promise<HandOverOffer[]> {
  const offers = await offersNow(deps);
  return offers
    .filter((offer) => team === undefined || offer.team === team)
    .sort((a, b) => a.riskMs - b.riskMs)
    .map(presentable);
}

/** Offers each of them once to the next shift, by the history and a card in the team's channel. */
export async function offerHandOver(deps: WorkflowDeps): Promise<void> {
  const nowMs = deps.clock.nowMs();
  for (const { found, team, leave, riskMs, relief } of await offersNow(deps)) {
    const caseId = found.value.id;
    const key = `hand-over|${caseId}|${leave.agent.id}|${leave.backAt ?? 'open'}`;
    const reason = offerSentence(leave, riskMs, nowMs, relief);
    await deps.store.transact(caseId, key, async (tx) => {
      if ((await tx.receipt(key)) !== undefined) return;
      const effects = [{ kind: 'notify' as const, whom: { kind: 'channel' as const, team }, text: reason }];
      tx.putReceipt(key, { requestHash: key, caseId });
      tx.record({
        kind: 'case.changed',
        caseId,
        at: deps.clock.now(),
        actor: system,
        changes: [],
        messageId: null,
        mail: null,
        reason,
        automation: { kind: 'hand_over', id: team ?? '', name: 'Hand-over', depth: 0, effects },
      });
    });
  }
}

/**
 * Hands a case over with a note: to a colleague, to oneself, or back to the team with null.
 * @throws Failure `invalid` for somebody who does not work here, `conflict` for a case that has ended
 */
export async function handOver(
  deps: WorkflowDeps,
  actor: Actor,
  ref: string,
  { to, note }: { to: string | null; note?: string | undefined },
): Promise<VersionedCase> {
  const caseId = caseIdOf(deps, ref);
  const assignee = await assigneeOf(deps, actor, to);
  const operation = deps.ids.secret();
  await deps.store.transact(caseId, `hand-over|${operation}`, async (tx) => {
    const found = await tx.case(caseId);
    if (found === undefined) throw noSuchCase(ref);
    mustNotBeMerged(found.value);
    if (found.value.status === 'closed') throw new Failure('conflict', 'A closed case is nobody’s work any more.');
    const at = deps.clock.now();
    const { value, changes } = assignTo(found.value, assignee, undefined, at);
    const texts = note === undefined ? [] : [note];
    const message = noteOf(deps, caseId, texts, { id: operation, author: actor.name, at });
    if (changes.length === 0 && message === null) return;
    if (message !== null) tx.addMessage(message);
    tx.putCase({ ...value, messageCount: value.messageCount + texts.length });
    const reason = assignee === null ? 'Handed over to the team.' : 'Handed over.';
    tx.record({ kind: 'case.changed', caseId, at, actor, changes, messageId: message?.id ?? null, mail: null, reason });
  });
  await deps.settle(caseId);
  return getCase(deps, caseId);
}

async function offersNow(deps: WorkflowDeps): Promise<Offer[]> {
  await loadOpenWork(deps);
  const roster = await readRoster(deps);
  const nowMs = deps.clock.nowMs();
  const offers: Offer[] = [];
  for (const agent of roster.agents) {
    const minutes = roster.teams.get(agent.team ?? '')?.handOverMinutes ?? usualMinutes;
    const leave = leaveOf(colleagueOf(roster, agent.id), nowMs, minutes);
    if (leave === null) continue;
    const team = roster.agents.filter((one) => one.team === agent.team).map(({ id }) => colleagueOf(roster, id));
    const relief = reliefFor(leave, team, nowMs);
    for (const caseId of deps.openWork.heldBy(agent.id)) {
      const found = await deps.store.get(caseId);
      if (found === undefined || found.value.assignee !== agent.id) continue;
      const { riskMs, dueMs } = standing(found.value);
      if (cannotWait(riskMs, leave)) offers.push({ found, team: agent.team, leave, riskMs, dueMs, relief });
    }
  }
  return offers;
}

function colleagueOf({ agents, workers }: Roster, id: string): Colleague {
  const agent = agents.find((one) => one.id === id);
  const available = workers.get(id)?.away?.startsWith('out of office') !== true;
  return { id, name: agent?.name ?? id, hours: agent?.hours ?? null, available };
}

function presentable({ found, team, leave, riskMs, dueMs, relief }: Offer): HandOverOffer {
  const instant = (ms: number) => new Date(ms).toISOString();
  const orNull = (ms: number | null) => (ms === null || !Number.isFinite(ms) ? null : instant(ms));
  return {
    case: found,
    team,
    from: { id: leave.agent.id, name: leave.agent.name, endsAt: orNull(leave.endsAt), backAt: orNull(leave.backAt) },
    riskAt: instant(riskMs),
    dueAt: instant(dueMs),
    next: relief.map(({ id, name, from, until }) => ({ id, name, from: instant(from), until: orNull(until) })),
  };
}
