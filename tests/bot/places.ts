import type { Conversation } from '../../backend/ports/conversations.ts';

/** A channel in Teams, or what `fields` make of it, behind a connector. */
export function aPlace(serviceUrl: string, id: string, fields: Partial<Conversation> = {}): Conversation {
  const reference = {
    serviceUrl,
    channelId: 'msteams',
    bot: { id: 'bot', name: 'HandyConnect' },
    conversation: { id, isGroup: true, conversationType: 'channel' },
  };
  return { id, scope: 'channel', team: null, agentId: null, reference, ...fields };
}
