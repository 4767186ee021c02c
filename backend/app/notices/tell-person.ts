import type { SupportCase, Versioned } from '../../domain/case/case.ts';
import { stillMatters } from '../../domain/notices/facts.ts';
import { quietUntil } from '../../domain/notices/preferences.ts';
import type { Outgoing, Telling } from '../../ports/outgoing.ts';
import type { EngineDeps } from '../workflow/deps.ts';
import { mailPerson } from './mail-person.ts';

/** What became of a notice, or until when it waits: milliseconds since the epoch. */
export type Told = string | { waitsUntil: number };

/**
 * Tells one person of one thing, where and when they want it: the only place where this is decided. Whom the activity
 * feed cannot tell gets a card, and whoever cannot be told in Teams at all an e-mail. Doing it again tells nobody twice.
 * @throws Failure `throttled`, `unavailable`, `forbidden`
 */
export async function tellPerson(
  deps: EngineDeps,
  outgoing: Outgoing,
  { agent: id, of, text, clock, by }: Telling,
  about: Versioned<SupportCase>,
): Promise<Told> {
  const agent = await deps.directory.agent(id);
  if (agent === undefined) return 'works here no more';
  const { value: preferences } = await deps.preferences.read(id);
  const channel = preferences.channels[of];
  if (channel === 'off') return 'does not want to be told';
  if (!stillMatters({ of, agent: id, clock }, about.value)) return 'no longer matters';
  const waitsUntil = quietUntil(preferences, deps.clock.nowMs());
  if (waitsUntil !== null) return { waitsUntil };
  // What is half sent by e-mail goes on by e-mail.
  if (channel !== 'email' && by !== 'email' && (await deps.outgoing.draftOf(outgoing)) === null) {
    const activity = { key: outgoing.id, of, agentId: id, text, about: about.value };
    if (channel === 'activity' && (await deps.activityFeed.tell(activity))) return 'told in the activity feed';
    const target = { kind: 'people' as const, ids: [id] };
    if ((await deps.notifier.notify({ key: outgoing.id, of, text, clock, target, about })) > 0) return 'told in Teams';
  }
  return (await mailPerson(deps, outgoing, agent, text, about.value)) ? 'told by e-mail' : 'could not be told';
}

/** Gives each of several people a notice of their own; a person is given one a fact, whoever asks for it. */
export async function tellEach(deps: EngineDeps, outgoing: Outgoing, agents: string[], text: string): Promise<string> {
  const { id, caseId, from, fact } = outgoing;
  const now = deps.clock.now();
  for (const agent of new Set(agents)) {
    await deps.outgoing.note({
      id: deps.ids.derived('tell', fact?.entry ?? id, fact?.of ?? 'rule', agent),
      caseId,
      effect: { kind: 'tell', agent, of: fact?.of ?? 'rule', text, ...(fact?.clock && { clock: fact.clock }) },
      from,
      notedAt: now,
      attempts: 0,
      notBefore: now,
      lastError: null,
    });
  }
  return agents.length === 0 ? 'nobody could be told' : `for ${agents.length}`;
}
