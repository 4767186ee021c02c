import { createHash } from 'node:crypto';
import { Failure, isFailure } from '../../domain/failure.ts';
import type { NoticeKind } from '../../domain/vocabulary.ts';
import type { Activity, ActivityFeed } from '../../ports/activity-feed.ts';
import type { Clock, Log } from '../../ports/system.ts';
import { createGraphCaller } from './graph-caller.ts';
import { segment } from './graph-paths.ts';

export interface ActivityFeedOptions {
  baseUrl: string;
  token: () => Promise<string>;
  /** Id under which deep links of Teams find the app. */
  appId: string;
  publicUrl: string;
  clock: Clock;
  log: Log;
}

/** Graph takes no longer preview. */
const longestPreview = 150;
const longestTopic = 100;
const timeoutMs = 10_000;
/** The tab of the app manifest. */
const tab = 'cases';

/**
 * Lines in the activity feed of Teams (`POST /users/{id}/teamwork/sendActivityNotification`, which needs
 * TeamsActivity.Send.User by the app's own manifest, or TeamsActivity.Send). Who does not have the app, and a tenant that
 * did not allow it, is an answer and no failure. Nothing is repeated here: whoever asks has a line that waits.
 */
export function createGraphActivityFeed(options: ActivityFeedOptions): ActivityFeed {
  const { baseUrl, token, clock, log } = options;
  const limits = { maxConcurrentPerMailbox: 4, timeoutMs, maxRetries: 0, longestWaitSeconds: 0 };
  const caller = createGraphCaller({ baseUrl, token, log, ...limits });
  let pausedUntilMs = 0;

  async function send(activity: Activity): Promise<boolean> {
    try {
      const path = `/users/${segment(activity.agentId)}/teamwork/sendActivityNotification`;
      await caller.json({ method: 'POST', mailbox: '', path, body: bodyOf(activity, options) });
      return true;
    } catch (error) {
      if (!isFailure(error) || error.code === 'unavailable') throw error;
      if (error.code === 'throttled') {
        pausedUntilMs = clock.nowMs() + (error.retryAfterSeconds ?? 0) * 1000;
        throw error;
      }
      log.info('the activity feed does not take a notice', { code: error.code, agentId: activity.agentId });
      return false;
    }
  }

  return {
    async tell(activity) {
      const waitMs = pausedUntilMs - clock.nowMs();
      if (waitMs <= 0) return send(activity);
      throw new Failure('throttled', 'Graph asked to wait', { retryAfterSeconds: Math.ceil(waitMs / 1000) });
    },
  };
}

/** The name of a kind of notice among `activities.activityTypes` of the app manifest. */
export function activityTypeOf(of: NoticeKind): string {
  return of.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

function bodyOf({ key, of, text, about: { number, subject } }: Activity, options: ActivityFeedOptions) {
  return {
    topic: { source: 'text', value: cut(`${number} ${subject}`, longestTopic), webUrl: linkTo(number, options) },
    activityType: activityTypeOf(of),
    // A later line of the same chain takes the earlier one's place.
    chainId: chainOf(key),
    previewText: { content: cut(text, longestPreview) },
    templateParameters: [{ name: 'case', value: number }],
  };
}

/** Opens the case on the tab inside Teams; where Teams cannot show it, in the browser. */
function linkTo(number: string, { appId, publicUrl }: ActivityFeedOptions): string {
  const link = new URL(`https://teams.microsoft.com/l/entity/${encodeURIComponent(appId)}/${tab}`);
  link.searchParams.set('webUrl', `${publicUrl}/tab/?case=${encodeURIComponent(number)}`);
  link.searchParams.set('label', number);
  link.searchParams.set('context', JSON.stringify({ subEntityId: number }));
  return link.href;
}

/** Always the same number for a key, within what JSON carries exactly. */
function chainOf(key: string): number {
  return createHash('sha256').update(key).digest().readUIntBE(0, 6);
}

/** One line, cut between characters. */
function cut(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  return `${line
    .slice(0, most - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}
