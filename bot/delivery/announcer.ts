import type { VersionedCase } from '../../backend/app/app.ts';
import { endedStatuses } from '../../backend/domain/vocabulary.ts';
import type { Announcer } from '../../backend/ports/announcer.ts';
import {
  type CardFact,
  type CaseFact,
  type Conversation,
  type PostedCard,
  slotOf,
} from '../../backend/ports/conversations.ts';
import type { Agent } from '../../backend/ports/directory.ts';
import type { Delivery } from './delivery.ts';
import { drawCase } from './draw.ts';
import type { DrawDeps } from './draw-deps.ts';
import { hears } from './hearing.ts';
import { hashOf } from './shown.ts';

export interface AnnouncerDeps extends DrawDeps {
  delivery: Delivery;
}

export interface CardAnnouncer extends Announcer {
  /** Brings the cards that stand up to date and posts none; for whoever just changed the case. */
  refresh(value: VersionedCase): Promise<void>;
}

/**
 * Every card that tells of a case is brought up to date when the case moves, and a case has a card in each place that
 * hears of it. All of it is only noted here: a place that cannot be reached holds nobody up.
 */
export function createAnnouncer(deps: AnnouncerDeps): CardAnnouncer {
  return {
    async announce(value) {
      await update(deps, value, await wanted(deps, value));
    },
    refresh: (value) => update(deps, value, []),
  };
}

interface Wanted {
  place: Conversation;
  fact: CaseFact;
}

async function update(deps: AnnouncerDeps, value: VersionedCase, wants: Wanted[]): Promise<void> {
  const caseId = value.value.id;
  const standing = await deps.conversations.cards(caseId);
  for (const card of standing) {
    const fact = card.fact ?? (card.kind === 'case' ? ({ kind: 'case' } as const) : undefined);
    if (fact === undefined || fact.kind === 'digest' || fact.kind === 'hand-over' || fact.kind === 'report') continue;
    const drawn = await drawCase(deps, fact, value, card);
    if (drawn === null || hashOf(drawn) === card.shown) continue;
    await deps.delivery.enqueue({ conversationId: card.conversationId, caseId, fact });
  }
  for (const { place, fact } of wants) {
    if (stands(standing, place, fact)) continue;
    await deps.delivery.enqueue({ conversationId: place.id, caseId, fact });
  }
}

function stands(cards: readonly PostedCard[], place: Conversation, fact: CardFact): boolean {
  return cards.some((card) => card.kind === slotOf(fact) && card.conversationId === place.id);
}

/** Where the case should have a card, and those who are asked for their approval. */
async function wanted(deps: AnnouncerDeps, { value }: VersionedCase): Promise<Wanted[]> {
  if (endedStatuses.includes(value.status)) return [];
  const places = await deps.conversations.all();
  const cards = places
    .filter((place) => hears(place, value))
    .map((place): Wanted => ({ place, fact: { kind: 'case' } }));
  if (value.status !== 'awaiting_approval') return cards;
  const fact = { kind: 'approval' as const, since: value.statusSince };
  const approvers = new Set(approversOf(await deps.directory.agents(), value.team).map(({ id }) => id));
  const asked = places.filter(({ agentId }) => agentId !== null && approvers.has(agentId));
  return [...cards, ...asked.map((place): Wanted => ({ place, fact }))];
}

/** The managers of the case's team; where it has none, all managers. */
export function approversOf(agents: readonly Agent[], team: string | null): Agent[] {
  const managers = agents.filter(({ role }) => role === 'manager');
  const own = managers.filter((manager) => team !== null && manager.team === team);
  return own.length > 0 ? own : managers;
}
