/** A place in Teams that the bot may write to. `reference` is the bot framework's own conversation reference. */
export interface Conversation {
  /** Teams conversation id. */
  id: string;
  scope: 'personal' | 'group' | 'channel';
  /** Team of agents this channel serves; null serves all. */
  team: string | null;
  /** Agent id in a personal chat, else null. */
  agentId: string | null;
  reference: Record<string, unknown>;
}

/** One card that stands in a conversation and is updated in place. */
export interface PostedCard {
  /** Which fact the card shows, such as `case`. */
  kind: string;
  caseId: string;
  conversationId: string;
  activityId: string;
  /** Hash of what it showed when last written, so that nothing is sent when nothing changed. */
  shown: string;
}

export interface Conversations {
  put(conversation: Conversation): Promise<void>;
  remove(id: string): Promise<void>;
  get(id: string): Promise<Conversation | undefined>;
  all(): Promise<Conversation[]>;
  putCard(card: PostedCard): Promise<void>;
  cards(caseId: string): Promise<PostedCard[]>;
  /** How far along each shard's log the announcer has come. */
  announcedUntil(shard: number): Promise<number>;
  setAnnouncedUntil(shard: number, seq: number): Promise<void>;
}
