import type { AdaptiveCard, BandStyle } from './elements.ts';
import { day, time } from './instants.ts';

export interface MailboxNews {
  style: BandStyle;
  /** A few words, in the band. */
  state: string;
  /** RFC 3339, UTC. */
  since: string;
  /** The sentence with the instant in it: as it is for where no card is drawn, in the reader's time on the card. */
  tell: (moment: string) => string;
  way: { title: string; link: string };
}

/** What befalls a mailbox as a whole: one band, one sentence, one way on. */
export function mailboxNews({ style, state, since, tell, way }: MailboxNews): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: tell(since),
    body: [
      {
        type: 'Container',
        style,
        bleed: true,
        items: [{ type: 'TextBlock', text: state, weight: 'bolder', wrap: true }],
      },
      { type: 'TextBlock', text: tell(`${day(since)} ${time(since)}`), wrap: true },
    ],
    actions: [{ type: 'Action.OpenUrl', title: way.title, url: way.link }],
  };
}
