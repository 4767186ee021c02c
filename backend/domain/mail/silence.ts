import type { Instant } from './mail.ts';

const minuteMs = 60_000;
export const weekMs = 7 * 24 * 60 * minuteMs;
/** Mail at this time of the week counts as usual when each of so many weeks before had some. */
const weeks = 3;
const fewestMails = 3;

export interface Signs {
  nowMs: number;
  /** When this process began to watch: what happened before is not held against the mailbox. */
  watchedSinceMs: number;
  /** When Graph last answered a question about the mailbox; null when it never has. */
  syncedMs: number | null;
  /** When the last mail was received; null when none ever was. */
  lastMailMs: number | null;
  /** How many mails were received between two moments. */
  received: (fromMs: number, toMs: number) => number;
}

/**
 * Whether a mailbox is silent, and since when. While Graph answers, an empty mailbox is no fault in itself: it alarms only
 * when each of the last three weeks had mail in the span of the week that is empty now, so nights, weekends and young
 * mailboxes stay quiet.
 * @param minutes the shortest silence that counts
 */
export function silenceOf(signs: Signs, minutes: number): { since: Instant; why: string } | null {
  const { nowMs, syncedMs, lastMailMs } = signs;
  const answeredMs = Math.max(syncedMs ?? 0, signs.watchedSinceMs);
  if (nowMs - answeredMs >= minutes * minuteMs) {
    return { since: instant(answeredMs), why: 'Graph has not answered about this mailbox.' };
  }
  if (lastMailMs === null || nowMs - lastMailMs < minutes * minuteMs) return null;
  for (let week = 1; week <= weeks; week++) {
    if (signs.received(lastMailMs + 1 - week * weekMs, nowMs - week * weekMs) < fewestMails) return null;
  }
  return { since: instant(lastMailMs), why: 'No mail has come, unlike at this time in each of the last three weeks.' };
}

/** Median minutes between neighbours; null with fewer than ten mails. @param times descending, in milliseconds */
export function usualGapMinutes(times: readonly number[]): number | null {
  if (times.length < 10) return null;
  const gaps = times.slice(1).map((time, i) => (times[i] ?? time) - time);
  gaps.sort((a, b) => a - b);
  return Math.round((gaps[Math.floor(gaps.length / 2)] ?? 0) / minuteMs);
}

function instant(ms: number): Instant {
  return new Date(ms).toISOString();
}
