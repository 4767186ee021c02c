import type { CardFact, Conversation, Conversations, Fallback } from '../../backend/ports/conversations.ts';
import type { Notice, NoticeTarget, Notifier } from '../../backend/ports/notifier.ts';
import type { Delivery } from './delivery.ts';
import { hears } from './hearing.ts';

export interface NotifierDeps {
  conversations: Conversations;
  delivery: Delivery;
}

/**
 * Tells people where they have the bot: in their own chat, or in the places that hear of the case's team. Each place is
 * told once; who never opened a chat with the bot cannot be told.
 */
export function createNotifier({ conversations, delivery }: NotifierDeps): Notifier {
  return {
    async notify(notice) {
      const caseId = notice.about.value.id;
      const fact = factOf(notice);
      const places = (await conversations.all()).filter((place) => serves(place, notice));
      for (const place of places) {
        const fallback = fallbackOf(place, notice);
        await delivery.enqueue({ conversationId: place.id, caseId, fact, ...(fallback !== null && { fallback }) });
      }
      return places.length;
    },
  };
}

/** All that one run of a clock comes to is one fact; of anything else the key names it. */
function factOf({ key, text, clock, about }: Notice): CardFact {
  const stored = clock === undefined ? null : (about.value.sla?.clocks[clock] ?? null);
  if (clock !== undefined && stored?.state === 'running') return { kind: 'alert', clock, since: stored.since };
  return { kind: 'notice', key, text };
}

function fallbackOf({ agentId }: Conversation, { of, text }: Notice): Fallback | null {
  return agentId === null ? null : { agentId, of, text };
}

function serves(place: Conversation, { target, about }: { target: NoticeTarget; about: Notice['about'] }): boolean {
  const { scope, agentId } = place;
  if (target.kind === 'people') return scope === 'personal' && agentId !== null && target.ids.includes(agentId);
  const team = target.team ?? about.value.team;
  // What is nobody's in particular concerns every channel.
  if (team === null && place.subscription === undefined) return scope === 'channel';
  return hears(place, { ...about.value, team });
}
