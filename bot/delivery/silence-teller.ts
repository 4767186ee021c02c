import { isFailure } from '../../backend/domain/failure.ts';
import type { Conversations } from '../../backend/ports/conversations.ts';
import type { SilenceTeller } from '../../backend/ports/silence-teller.ts';
import type { MailboxSilence } from '../../backend/ports/sync-state.ts';
import type { Clock, Log } from '../../backend/ports/system.ts';
import type { AdaptiveCard } from '../cards/elements.ts';
import { silenceCard } from '../cards/silence-card.ts';
import { listUrl } from '../links.ts';
import type { Sender } from './sender.ts';

export interface SilenceTellerDeps {
  conversations: Conversations;
  sender: Sender;
  clock: Clock;
  log: Log;
  publicUrl: string;
}

/** Posts to every channel the bot is in: whoever answers for the mailbox, a silent one concerns them all. */
export function createSilenceTeller(deps: SilenceTellerDeps): SilenceTeller {
  const card = ({ mailbox, since, why }: MailboxSilence, until: string | null) =>
    silenceCard({ mailbox, since, why, until, link: listUrl(deps.publicUrl) });
  return {
    fellSilent: (silence) => postToChannels(deps, card(silence, null)),
    speaksAgain: (silence) => postToChannels(deps, card(silence, deps.clock.now())),
  };
}

/** One channel that cannot be reached must neither keep the others waiting nor let them be told twice. */
async function postToChannels({ conversations, sender, log }: SilenceTellerDeps, card: AdaptiveCard): Promise<boolean> {
  const channels = (await conversations.all()).filter(({ scope }) => scope === 'channel');
  let posted = 0;
  let failure: unknown;
  for (const channel of channels) {
    try {
      await sender.post(channel, card);
      posted += 1;
    } catch (error) {
      if (!isFailure(error)) throw error;
      log.warn('channel could not be told of a silent mailbox', { conversationId: channel.id, code: error.code });
      failure = error;
    }
  }
  if (posted === 0 && failure !== undefined) throw failure;
  return posted > 0;
}
