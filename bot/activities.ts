import { type Activity, ActivityTypes, type Attachment, CardFactory } from 'botbuilder';
import type { Answer } from './asking.ts';
import type { AdaptiveCard } from './cards/elements.ts';

/** A card as a message. `summary` is what notifications show. */
export function cardActivity(card: AdaptiveCard): Partial<Activity> {
  const attachment: Attachment = CardFactory.adaptiveCard(card);
  return { type: ActivityTypes.Message, summary: card.fallbackText, attachments: [attachment] };
}

export function answerActivity(answer: Answer): Partial<Activity> {
  if (answer.kind === 'card') return cardActivity(answer.card);
  return { type: ActivityTypes.Message, text: answer.text, textFormat: 'plain' };
}
