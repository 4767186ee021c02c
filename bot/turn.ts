import type { Activity } from 'botbuilder';
import { isTimezone } from '../backend/domain/workflow/zoned-time.ts';
import { asData } from './card-data.ts';
import type { MentionEntity, Spoken } from './commands/spoken.ts';
import { spoken } from './commands/spoken.ts';
import type { Door, Request } from './perform.ts';
import { placeId, scopeOf } from './remember-conversation.ts';

/** Who asks, where and when, as the channel says it. */
export function requestOf(activity: Activity, door: Door): Request {
  const zone = activity.localTimezone ?? 'UTC';
  return {
    personId: activity.from.aadObjectId,
    activityId: activity.id ?? '',
    door,
    place: {
      conversationId: placeId(activity),
      scope: scopeOf(activity.conversation.conversationType),
      zone: typeof zone === 'string' && isTimezone(zone) ? zone : 'UTC',
    },
  };
}

/** What was written. Attachments come without text, whatever the declaration says. */
export function saidIn(activity: Activity): Spoken {
  const entities: unknown = activity.entities;
  const mentions = (Array.isArray(entities) ? entities : []).flatMap((entity: unknown) => mentionIn(entity));
  return spoken(String(activity.text ?? ''), mentions, activity.recipient.id);
}

function mentionIn(entity: unknown): MentionEntity[] {
  const { type, mentioned, text } = asData(entity);
  const { id, name, aadObjectId } = asData(mentioned);
  if (type !== 'mention') return [];
  return [{ mentioned: { id: textOf(id), name: textOf(name), aadObjectId: textOf(aadObjectId) }, text: textOf(text) }];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
