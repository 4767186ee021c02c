import type { AdaptiveCard, BandStyle } from './elements.ts';
import { day, time } from './instants.ts';

export interface SilenceView {
  mailbox: string;
  /** RFC 3339, UTC. */
  since: string;
  why: string;
  /** RFC 3339, UTC; null while it is silent. */
  until: string | null;
  link: string;
}

/** A mailbox of which nothing is heard, or is heard again. */
export function silenceCard({ mailbox, since, why, until, link }: SilenceView): AdaptiveCard {
  const [style, state]: [BandStyle, string] = until === null ? ['attention', 'Mailbox silent'] : ['good', 'Mail again'];
  const tell = (moment: string) =>
    until === null
      ? `Nothing has been heard of ${mailbox} since ${moment}. ${why}`
      : `${mailbox} is heard again after a silence that began ${moment}.`;
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
    actions: [{ type: 'Action.OpenUrl', title: 'Open mail fates', url: link }],
  };
}
