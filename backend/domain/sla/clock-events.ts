import type { Priority } from '../vocabulary.ts';

export const clockNames = ['firstResponse', 'nextResponse', 'resolution'] as const;
export type ClockName = (typeof clockNames)[number];

/** Minutes of the policy's calendar, or null where nothing is promised. */
export type Targets = Record<ClockName, number | null>;

/** The promise that holds for a case from some moment on. */
export interface Terms {
  /** Id of the policy, or null when none fits. */
  policy: string | null;
  priority: Priority;
  targets: Targets;
}

/**
 * Something that starts, stops, pauses or moves a clock. A case's events begin with `opened` and are in order of `at`,
 * milliseconds since the epoch.
 */
export type ClockEvent =
  | { at: number; kind: 'opened' | 'customer' | 'reply' }
  | { at: number; kind: 'status'; status: string }
  | ({ at: number; kind: 'terms' } & Terms);

/** What a policy says of the way in which its clocks run. */
export interface Conduct {
  /** Statuses in which every clock stands still. */
  pauseStatuses: readonly string[];
  /** Whether the first message is owed a next response as well, or only what comes after the first reply. */
  nextResponse: 'after_first_reply' | 'every_customer_message';
}

/** Inserts an event behind all that happened no later. */
export function withEvent(events: readonly ClockEvent[], event: ClockEvent): ClockEvent[] {
  const i = events.findLastIndex(({ at }) => at <= event.at);
  return [...events.slice(0, i + 1), event, ...events.slice(i + 1)];
}
