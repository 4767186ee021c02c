import type { Conversation, Conversations } from '../../backend/ports/conversations.ts';
import type { Clock } from '../../backend/ports/system.ts';

/** After so long another process may have learned of a place. */
const freshMs = 5_000;

/** The same conversations, with the places kept in memory: every change of a case asks for all of them. */
export function knownPlaces(conversations: Conversations, clock: Clock): Conversations {
  let known: { at: number; places: Promise<Map<string, Conversation>> } | null = null;

  function places(): Promise<Map<string, Conversation>> {
    const now = clock.nowMs();
    if (known === null || now - known.at > freshMs || now < known.at) {
      const read = conversations.all().then((all) => new Map(all.map((place) => [place.id, place])));
      known = { at: now, places: read };
      read.catch(() => {
        known = null;
      });
    }
    return known.places;
  }
  const forget = async <T>(change: Promise<T>): Promise<T> => {
    try {
      return await change;
    } finally {
      known = null;
    }
  };
  return {
    put: (conversation) => forget(conversations.put(conversation)),
    remove: (id) => forget(conversations.remove(id)),
    get: async (id) => (await places()).get(id),
    all: async () => [...(await places()).values()],
    putCard: (card) => conversations.putCard(card),
    cards: (caseId) => conversations.cards(caseId),
    putErrand: (errand) => conversations.putErrand(errand),
    removeErrand: (order) => conversations.removeErrand(order),
    errands: () => conversations.errands(),
    announcedUntil: (shard) => conversations.announcedUntil(shard),
    setAnnouncedUntil: (shard, seq) => conversations.setAnnouncedUntil(shard, seq),
  };
}
