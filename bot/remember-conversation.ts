import { type Activity, TurnContext } from 'botbuilder';
import type { Conversation, Conversations } from '../backend/ports/conversations.ts';

/** Why the bot hears of a place: somebody installed it there, or somebody wrote to it. */
export type Occasion = 'installed' | 'written';

/**
 * Keeps where the bot may write, and keeps it current when Teams moves the place to another address. A channel in which
 * somebody merely wrote to the bot becomes a place for cards only when no channel is known at all.
 * @returns whether the place was unknown before
 */
export async function rememberConversation(
  conversations: Conversations,
  activity: Activity,
  occasion: Occasion,
): Promise<boolean> {
  const found = readConversation(activity);
  const known = await conversations.get(found.id);
  if (known !== undefined) {
    const renewed = { ...known, ...personOf(found), reference: found.reference };
    if (isOutdated(known, renewed)) await conversations.put(renewed);
    return false;
  }
  if (found.scope === 'channel' && occasion === 'written') {
    const others = await conversations.all();
    if (others.some(({ scope }) => scope === 'channel')) return false;
  }
  await conversations.put(found);
  return true;
}

export async function forgetConversation(conversations: Conversations, activity: Activity): Promise<void> {
  await conversations.remove(placeId(activity));
}

/** A thread of a channel stands for the channel: cards begin threads of their own. */
export function placeId({ conversation }: Activity): string {
  return conversation.id.split(';messageid=')[0] ?? conversation.id;
}

function isOutdated(known: Conversation, renewed: Conversation): boolean {
  return (
    known.reference.serviceUrl !== renewed.reference.serviceUrl ||
    known.teamsUserId !== renewed.teamsUserId ||
    known.agentId !== renewed.agentId
  );
}

/** A chat that was begun before its person was known learns who it is from what they write. */
function personOf({ scope, agentId, teamsUserId }: Conversation): Partial<Conversation> {
  return scope === 'personal' && agentId !== null ? { agentId, ...(teamsUserId !== undefined && { teamsUserId }) } : {};
}

function readConversation(activity: Activity): Conversation {
  const { user, activityId, ...reference } = TurnContext.getConversationReference(activity);
  const scope = scopeOf(activity.conversation.conversationType);
  const id = placeId(activity);
  const isPerson = scope === 'personal' && activity.from.aadObjectId !== undefined;
  return {
    id,
    scope,
    team: null,
    agentId: isPerson ? (activity.from.aadObjectId ?? null) : null,
    ...(isPerson && { teamsUserId: activity.from.id }),
    reference: { ...reference, conversation: { ...activity.conversation, id } },
  };
}

export function scopeOf(conversationType: string | undefined): Conversation['scope'] {
  if (conversationType === 'channel') return 'channel';
  return conversationType === 'groupChat' ? 'group' : 'personal';
}
