import { isFailure } from '../backend/domain/failure.ts';
import type { Conversation, Conversations } from '../backend/ports/conversations.ts';
import type { Notice, NoticeTarget, Notifier } from '../backend/ports/notifier.ts';
import { noticeCard } from './cards/notice-card.ts';
import { caseUrl } from './links.ts';
import type { Sender } from './sender.ts';

export interface NotifierDeps {
  conversations: Conversations;
  sender: Sender;
  publicUrl: string;
}

/**
 * Tells people where they have the bot: in their own chat, or in the channel that serves the team. Each place is told
 * once; who never opened a chat with the bot cannot be told.
 */
export function createNotifier(deps: NotifierDeps): Notifier {
  return {
    async notify(notice) {
      const { key, about } = notice;
      const kind = `notice|${key}`;
      const caseId = about.value.id;
      const told = (await deps.conversations.cards(caseId)).filter((card) => card.kind === kind);
      const places = (await deps.conversations.all()).filter((place) => serves(place, notice.target));
      let reached = 0;
      for (const place of places) {
        if (told.some(({ conversationId }) => conversationId === place.id)) {
          reached += 1;
          continue;
        }
        if (!(await post(deps, notice, place, kind))) continue;
        reached += 1;
      }
      return reached;
    },
  };
}

/** False where the bot is no longer welcome; that place is forgotten. */
async function post(deps: NotifierDeps, notice: Notice, place: Conversation, kind: string): Promise<boolean> {
  const caseId = notice.about.value.id;
  try {
    const activityId = await deps.sender.post(place, cardOf(deps, notice));
    await deps.conversations.putCard({ kind, caseId, conversationId: place.id, activityId, shown: '' });
    return true;
  } catch (error) {
    if (!isFailure(error, 'forbidden') && !isFailure(error, 'not-found')) throw error;
    await deps.conversations.remove(place.id);
    return false;
  }
}

function serves({ scope, team, agentId }: Conversation, target: NoticeTarget): boolean {
  if (target.kind === 'people') return scope === 'personal' && agentId !== null && target.ids.includes(agentId);
  return scope === 'channel' && (team === null || target.team === null || team === target.team);
}

function cardOf({ publicUrl }: NotifierDeps, { text, about }: Notice) {
  const { id, number, subject, status, assignee } = about.value;
  return noticeCard({ text, id, number, subject, status, assignee, openUrl: caseUrl(publicUrl, number) });
}
