import type { AdaptiveCard, BandStyle } from './elements.ts';
import { mailboxNews } from './mailbox-news.ts';

export interface LoopView {
  mailbox: string;
  /** RFC 3339, UTC. */
  since: string;
  /** Mails held back. */
  held: number;
  over: boolean;
  link: string;
}

/** Mail that goes round in a circle is held back, or no more comes. */
export function loopCard({ mailbox, since, held, over, link }: LoopView): AdaptiveCard {
  const [style, state]: [BandStyle, string] = over ? ['good', 'Mail loop over'] : ['attention', 'Mail loop'];
  const mails = held === 1 ? '1 mail' : `${held} mails`;
  const tell = (moment: string) =>
    over
      ? `No more mail to ${mailbox} had to be held back for an hour. ${mails} since ${moment} wait to be looked at.`
      : `Mail to ${mailbox} goes round in a circle. ${mails} held back since ${moment}; nothing is lost, and none is answered.`;
  return mailboxNews({ style, state, since, tell, way: { title: 'See the mails', link } });
}
