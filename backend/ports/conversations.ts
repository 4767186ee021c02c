import type { Instant } from '../domain/mail/mail.ts';
import type { ClockName } from '../domain/sla/clock-events.ts';
import type { NoticeKind, Priority } from '../domain/vocabulary.ts';

/** What a place wants to hear of. Each list is "any of"; an empty one means no restriction. */
export interface Subscription {
  teams: string[];
  priorities: Priority[];
  categories: string[];
}

/** A place in Teams that the bot may write to. `reference` is the bot framework's own conversation reference. */
export interface Conversation {
  /** Teams conversation id. */
  id: string;
  scope: 'personal' | 'group' | 'channel';
  /** Team of agents this channel serves; null serves all. */
  team: string | null;
  /** Agent id in a personal chat, else null. */
  agentId: string | null;
  /** Teams' own id of that person, by which clients know whom a card refreshes for; absent where it was never heard. */
  teamsUserId?: string;
  /** What was asked for in the place; null for nothing. Absent: a channel hears of its team's cases, a chat of none. */
  subscription?: Subscription | null;
  /** Figures that the person wants in the morning; `given`: the end of the newest period they were given. */
  digest?: { every: 'day' | 'week'; zone: string; given: Instant };
  reference: Record<string, unknown>;
}

/**
 * What a card tells of. With the case as it stands, this is all that is needed to draw it anew, so that a card waiting to
 * be sent shows what is true when it goes out.
 */
export type CardFact =
  | { kind: 'case' }
  /** One run of a clock: at risk, overdue and at last settled are states of the same card. */
  | { kind: 'alert'; clock: ClockName; since: number }
  | { kind: 'notice'; key: string; text: string }
  | { kind: 'approval'; since: Instant }
  | { kind: 'digest'; agentId: string; from: Instant; to: Instant; says: string; zone: string }
  /** What of somebody's work cannot wait until they are back; once for the shift that ends then. */
  | { kind: 'hand-over'; agentId: string; endsAt: Instant }
  /** A report that is sent by a schedule; `key` names the moment. */
  | { kind: 'report'; key: string; reportId: string; agentId: string };
/** What a card about one case tells of. */
export type CaseFact = Exclude<CardFact, { kind: 'digest' | 'hand-over' | 'report' }>;

/** Who is told by e-mail if the card cannot be brought. */
export interface Fallback {
  agentId: string;
  of: NoticeKind;
  text: string;
}

/** One card that stands in a conversation and is updated in place. */
export interface PostedCard {
  /** Names the fact, see `slotOf`. */
  kind: string;
  caseId: string;
  conversationId: string;
  activityId: string;
  /** Hash of what it showed when last written, so that nothing is sent when nothing changed. */
  shown: string;
  /** Absent on cards of earlier versions, which are left as they are. */
  fact?: CardFact;
  /** Somebody wants to be reminded then; until it comes the card keeps still. */
  snoozed?: { until: Instant; by: string } | null;
}

/** A card to be brought to a place: posted, or updated where it stands. */
export interface Errand {
  /** The order in which they leave, per place: when it was wanted, and a number that tells apart. */
  order: string;
  conversationId: string;
  /** The case it is about; of other cards a name that the cards of the same thing share. */
  caseId: string;
  fact: CardFact;
  fallback?: Fallback;
  /** The card is to stand last in the place again. */
  anew?: boolean;
  /** It was about to be posted. Where no card is noted, Teams may have it all the same. */
  begun?: boolean;
}

export interface Conversations {
  put(conversation: Conversation): Promise<void>;
  remove(id: string): Promise<void>;
  get(id: string): Promise<Conversation | undefined>;
  all(): Promise<Conversation[]>;
  putCard(card: PostedCard): Promise<void>;
  cards(caseId: string): Promise<PostedCard[]>;
  /** Durable once it resolves. */
  putErrand(errand: Errand): Promise<void>;
  removeErrand(order: string): Promise<void>;
  /** All that still waits, in order. */
  errands(): Promise<Errand[]>;
  /** How far along each shard's log the announcer has come. */
  announcedUntil(shard: number): Promise<number>;
  setAnnouncedUntil(shard: number, seq: number): Promise<void>;
}

/** Names a fact within its case: a place has at most one card of it. */
export function slotOf(fact: CardFact): string {
  switch (fact.kind) {
    case 'case':
      return 'case';
    case 'alert':
      return `alert|${fact.clock}|${fact.since}`;
    case 'notice':
      return `notice|${fact.key}`;
    case 'approval':
      return `approval|${fact.since}`;
    case 'digest':
      return `digest|${fact.from}|${fact.to}`;
    case 'hand-over':
      return `hand-over|${fact.endsAt}`;
    case 'report':
      return `report|${fact.key}`;
  }
}
