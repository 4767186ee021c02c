import type { AdaptiveCard, BandStyle } from './elements.ts';
import { mailboxNews } from './mailbox-news.ts';

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
  return mailboxNews({ style, state, since, tell, way: { title: 'Open mail fates', link } });
}
