import type { Conversations } from '../../backend/ports/conversations.ts';
import type { Directory } from '../../backend/ports/directory.ts';
import type { AnswerDeps } from '../asking.ts';

/** What a card is drawn from when nobody asks for it. */
export interface DrawDeps extends AnswerDeps {
  conversations: Conversations;
  directory: Directory;
}
