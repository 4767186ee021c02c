import type { App, VersionedCase } from '../backend/app/app.ts';
import type { Actor } from '../backend/domain/access/actor.ts';
import type { Permission } from '../backend/domain/vocabulary.ts';
import type { Conversation, Conversations } from '../backend/ports/conversations.ts';
import type { Directory } from '../backend/ports/directory.ts';
import type { Clock } from '../backend/ports/system.ts';
import type { AdaptiveCard } from './cards/elements.ts';

/** What every answer of the bot is made from. */
export interface AnswerDeps {
  app: App;
  clock: Clock;
  /** Name of an agent by id; undefined for somebody who left. */
  agentName: (id: string) => string | undefined;
  /** Where people open the tab. */
  publicUrl: string;
}

/** Where something is asked. */
export interface Place {
  conversationId: string;
  scope: Conversation['scope'];
  /** IANA name of the time zone of whoever asks. */
  zone: string;
}

/** A known person who asks for something. */
export interface Asking extends AnswerDeps {
  directory: Directory;
  conversations: Conversations;
  actor: Actor;
  place: Place;
}

export interface CardAnswer {
  kind: 'card';
  card: AdaptiveCard;
  /** The case as the answer left it, when it changed it. */
  changed?: VersionedCase;
}

export type Answer =
  | CardAnswer
  /** Said beside the card, which stays as it is. */
  | { kind: 'sentence'; text: string };

/** One thing that can be asked for. The permission is demanded in one place, before `run`. */
export interface Deed<Input> {
  permission: Permission;
  run: (asking: Asking, input: Input) => Promise<Answer>;
}
