import { createHash } from 'node:crypto';
import type { VersionedCase } from '../backend/app/app.ts';
import { isFailure } from '../backend/domain/failure.ts';
import { endedStatuses } from '../backend/domain/vocabulary.ts';
import type { Announcer } from '../backend/ports/announcer.ts';
import type { Conversation, Conversations, PostedCard } from '../backend/ports/conversations.ts';
import type { Log } from '../backend/ports/system.ts';
import type { AnswerDeps } from './asking.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { standingCard } from './case-answers.ts';
import type { Sender } from './sender.ts';

export interface AnnouncerDeps extends Pick<AnswerDeps, 'clock' | 'agentName' | 'publicUrl' | 'app'> {
  conversations: Conversations;
  sender: Sender;
  log: Log;
}

export interface CardAnnouncer extends Announcer {
  /** Brings the cards that stand up to date and posts none; for whoever just changed the case. */
  refresh(value: VersionedCase): Promise<void>;
}

const kind = 'case';

/**
 * One card for each case in each channel that serves its team, updated in place. What a card last showed is stored, so
 * telling the same again sends nothing. A process that dies between posting and storing posts a second time; nothing is
 * ever left untold.
 */
export function createAnnouncer(deps: AnnouncerDeps): CardAnnouncer {
  const inTurn = oneAtATime();
  return {
    announce: (value) => inTurn(value.value.id, () => tell(deps, value, true)),
    refresh: (value) => inTurn(value.value.id, () => tell(deps, value, false)),
  };
}

async function tell(deps: AnnouncerDeps, value: VersionedCase, mayPost: boolean): Promise<void> {
  const posted = (await deps.conversations.cards(value.value.id)).filter((card) => card.kind === kind);
  const all = await deps.conversations.all();
  const card = standingCard(deps, value);
  const shown = createHash('sha256').update(JSON.stringify(card)).digest('hex');
  const failures: unknown[] = [];
  for (const conversation of all) {
    const standing = posted.find(({ conversationId }) => conversationId === conversation.id);
    if (standing?.shown === shown) continue;
    if (standing === undefined && !(mayPost && belongs(value, conversation))) continue;
    const told = show(deps, conversation, { caseId: value.value.id, card, shown, standing });
    await told.catch((error: unknown) => failures.push(error));
  }
  // The others were told all the same, and will not be told twice.
  if (failures.length > 0) throw failures[0];
}

/** A case that ended before any card stood needs none. */
function belongs({ value }: VersionedCase, { scope, team }: Conversation): boolean {
  return scope === 'channel' && (team === null || team === value.team) && !endedStatuses.includes(value.status);
}

interface Showing {
  caseId: string;
  card: AdaptiveCard;
  shown: string;
  standing: PostedCard | undefined;
}

async function show(deps: AnnouncerDeps, conversation: Conversation, showing: Showing): Promise<void> {
  const { conversations, log } = deps;
  const { caseId, shown } = showing;
  try {
    const activityId = await write(deps.sender, conversation, showing);
    await conversations.putCard({ kind, caseId, conversationId: conversation.id, activityId, shown });
  } catch (error) {
    if (!isFailure(error)) throw error;
    const fields = { conversationId: conversation.id, caseId, code: error.code };
    if (error.code === 'forbidden' || error.code === 'not-found') {
      log.warn('conversation is gone and was forgotten', fields);
      return conversations.remove(conversation.id);
    }
    // Sending the same again would be refused again.
    if (error.code === 'invalid') return log.error('card was refused', { ...fields, error: error.message });
    throw error;
  }
}

/** Updates the card that stands; where somebody deleted it, or there is none, posts it. */
async function write(sender: Sender, conversation: Conversation, { standing, card }: Showing): Promise<string> {
  if (standing === undefined) return sender.post(conversation, card);
  try {
    await sender.update(conversation, standing.activityId, card);
    return standing.activityId;
  } catch (error) {
    if (!isFailure(error, 'not-found')) throw error;
    return sender.post(conversation, card);
  }
}

/** Work on the same key waits for the work before it, however that ended. */
function oneAtATime(): (key: string, work: () => Promise<void>) => Promise<void> {
  const last = new Map<string, Promise<void>>();
  return (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(key, mine);
    const forget = () => {
      if (last.get(key) === mine) last.delete(key);
    };
    mine.then(forget, forget);
    return mine;
  };
}
