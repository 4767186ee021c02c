import type { Conversations } from '../../backend/ports/conversations.ts';
import { slotOf } from '../../backend/ports/conversations.ts';
import type { Clock } from '../../backend/ports/system.ts';
import type { AnswerDeps } from '../asking.ts';
import type { Delivery } from './delivery.ts';

const minuteMs = 60_000;

/**
 * Notes a hand-over card for whoever's shift ends soon and has work that cannot wait, once for each shift, in their own
 * chat. Looks once a minute at most, and only where somebody has a chat with the bot.
 */
export function createHandOvers(
  { app, conversations, clock }: Pick<AnswerDeps, 'app' | 'clock'> & { conversations: Conversations; clock: Clock },
  delivery: Delivery,
): () => Promise<void> {
  let lookedAtMs = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = clock.nowMs();
    if (Math.abs(now - lookedAtMs) < minuteMs) return;
    lookedAtMs = now;
    const chats = (await conversations.all()).filter(({ scope, agentId }) => scope === 'personal' && agentId !== null);
    if (chats.length === 0) return;
    const leaving = new Map((await app.listHandOver()).map(({ from }) => [from.id, from.endsAt]));
    for (const { id, agentId } of chats) {
      const endsAt = leaving.get(agentId ?? '');
      if (agentId === null || endsAt === undefined || endsAt === null) continue;
      const fact = { kind: 'hand-over' as const, agentId, endsAt };
      const caseId = `hand-over-${agentId}`;
      const stands = (await conversations.cards(caseId)).some(({ kind }) => kind === slotOf(fact));
      if (!stands) await delivery.enqueue({ conversationId: id, caseId, fact });
    }
  };
}
