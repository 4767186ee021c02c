import { isFailure } from '../../backend/domain/failure.ts';
import type { Conversations } from '../../backend/ports/conversations.ts';
import type { Log } from '../../backend/ports/system.ts';
import type { CardData } from '../card-data.ts';
import type { Action, AdaptiveCard } from '../cards/elements.ts';
import type { Sender } from './sender.ts';

/**
 * The card, saying on every press which fact it stands for. Teams tells nobody which messages are in a place, so a card
 * that was posted twice is noticed when it is pressed.
 */
export function marked(card: AdaptiveCard, slot: string): AdaptiveCard {
  const mark = <A extends Action>(action: A): A =>
    action.type === 'Action.Execute' ? { ...action, data: { ...action.data, posted: slot } } : action;
  const { refresh, actions } = card;
  return {
    ...card,
    ...(refresh !== undefined && { refresh: { ...refresh, action: mark(refresh.action) } }),
    ...(actions !== undefined && { actions: actions.map(mark) }),
  };
}

export interface TwiceDeps {
  conversations: Conversations;
  sender: Sender;
  log: Log;
}

/** Of two cards of one fact in one place the one that was pressed stays, and the other goes. */
export async function keepPressed(
  { conversations, sender, log }: TwiceDeps,
  { posted, ref }: CardData,
  { placeId, activityId }: { placeId: string; activityId: string },
): Promise<void> {
  if (typeof posted !== 'string' || typeof ref !== 'string') return;
  const cards = await conversations.cards(ref);
  const noted = cards.find(({ kind, conversationId }) => kind === posted && conversationId === placeId);
  const place = await conversations.get(placeId);
  if (noted === undefined || place === undefined || noted.activityId === activityId) return;
  await conversations.putCard({ ...noted, activityId });
  log.info('a card that stood twice was taken away', { conversationId: placeId, caseId: ref });
  sender.remove(place, noted.activityId).catch((error: unknown) => {
    if (!isFailure(error)) log.error('a card could not be taken away', { error: String(error) });
  });
}
