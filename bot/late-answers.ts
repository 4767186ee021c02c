import type { Activity } from 'botbuilder';
import type { Log } from '../backend/ports/system.ts';
import type { Answer } from './asking.ts';
import type { AdaptiveCard } from './cards/elements.ts';

export interface Late {
  /** Milliseconds that somebody who pressed a button waits for its answer. */
  patienceMs: number;
  /** Rewrites the card whose button was pressed. */
  update: (activity: Activity, cardId: string, card: AdaptiveCard) => Promise<void>;
  log: Log;
}

const longestWaitWords = 'One moment. The card is updated as soon as it is done.';

/**
 * The answer if it comes soon; else a sentence, and the card is rewritten when the answer is there. Teams gives up on an
 * answer after 10 seconds and tells the person that the app does not work.
 */
export async function withinPatience(late: Late, activity: Activity, working: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), late.patienceMs);
  });
  const soon = await Promise.race([working, patience]).finally(() => clearTimeout(timer));
  if (soon !== null) return soon;
  finish(late, activity, working);
  return { kind: 'sentence', text: longestWaitWords };
}

function finish({ update, log }: Late, activity: Activity, working: Promise<Answer>): void {
  const cardId = activity.replyToId;
  const written = working.then((answer) =>
    answer.kind === 'card' && cardId !== undefined ? update(activity, cardId, answer.card) : undefined,
  );
  written.catch((error: unknown) =>
    log.warn('a late answer could not be shown', { activityId: activity.id, error: String(error) }),
  );
}
