import type { Conversation, Conversations, Errand, PostedCard } from '../../backend/ports/conversations.ts';

/** Places and cards in plain maps. */
export class MemoryConversations implements Conversations {
  readonly places = new Map<string, Conversation>();
  readonly posted = new Map<string, PostedCard>();
  readonly waiting = new Map<string, Errand>();
  readonly #until = new Map<number, number>();

  async put(conversation: Conversation): Promise<void> {
    this.places.set(conversation.id, conversation);
  }

  async remove(id: string): Promise<void> {
    this.places.delete(id);
  }

  async get(id: string): Promise<Conversation | undefined> {
    return this.places.get(id);
  }

  async all(): Promise<Conversation[]> {
    return [...this.places.values()];
  }

  async putCard(card: PostedCard): Promise<void> {
    this.posted.set(`${card.kind}|${card.caseId}|${card.conversationId}`, card);
  }

  async cards(caseId: string): Promise<PostedCard[]> {
    return [...this.posted.values()].filter((card) => card.caseId === caseId);
  }

  async putErrand(errand: Errand): Promise<void> {
    this.waiting.set(errand.order, errand);
  }

  async removeErrand(order: string): Promise<void> {
    this.waiting.delete(order);
  }

  async errands(): Promise<Errand[]> {
    return [...this.waiting.values()].sort((a, b) => (a.order < b.order ? -1 : 1));
  }

  async announcedUntil(shard: number): Promise<number> {
    return this.#until.get(shard) ?? 0;
  }

  async setAnnouncedUntil(shard: number, seq: number): Promise<void> {
    this.#until.set(shard, seq);
  }
}
