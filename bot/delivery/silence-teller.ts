import { isFailure } from '../../backend/domain/failure.ts';
import type { Conversations } from '../../backend/ports/conversations.ts';
import type { SilenceTeller } from '../../backend/ports/silence-teller.ts';
import type { MailboxSilence, MailLoop } from '../../backend/ports/sync-state.ts';
import type { Clock, Log } from '../../backend/ports/system.ts';
import type { AdaptiveCard } from '../cards/elements.ts';
import { loopCard } from '../cards/loop-card.ts';
import { silenceCard } from '../cards/silence-card.ts';
import { fatesUrl } from '../links.ts';
import type { Sender } from './sender.ts';

export interface SilenceTellerDeps {
  conversations: Conversations;
  sender: Sender;
  clock: Clock;
  log: Log;
  publicUrl: string;
}

/** Posts to every channel the bot is in: whoever answers for the mailbox, its trouble concerns them all. */
export function createSilenceTeller(deps: SilenceTellerDeps): SilenceTeller {
  const card = ({ mailbox, since, why }: MailboxSilence, until: string | null) =>
    silenceCard({ mailbox, since, why, until, link: fatesUrl(deps.publicUrl) });
  const circle = ({ mailbox, since, held }: MailLoop, over: boolean) =>
    loopCard({ mailbox, since, held, over, link: fatesUrl(deps.publicUrl, 'parked') });
  return {
    fellSilent: (silence) => postToChannels(deps, card(silence, null)),
    speaksAgain: (silence) => postToChannels(deps, card(silence, deps.clock.now())),
    goesInCircle: (loop) => postToChannels(deps, circle(loop, false)),
    loopEnded: (loop) => postToChannels(deps, circle(loop, true)),
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
      log.warn('channel could not be told of trouble with mail', { conversationId: channel.id, code: error.code });
      failure = error;
    }
  }
  if (posted === 0 && failure !== undefined) throw failure;
  return posted > 0;
}
