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
  | { at: number; kind: 'opened' }
  /** `id` names the message, where there is one. */
  | { at: number; kind: 'customer' | 'reply'; id?: string }
  | { at: number; kind: 'status'; status: string }
  | ({ at: number; kind: 'terms' } & Terms)
  /** One clock was given `minutes` more, for a reason. */
  | { at: number; kind: 'extended'; clock: ClockName; minutes: number; reason: string };

/** What a policy says of the way in which its clocks run. */
export interface Conduct {
  /** Statuses in which every clock stands still. */
  pauseStatuses: readonly string[];
  /** Whether the first message is owed a next response as well, or only what comes after the first reply. */
  nextResponse: 'after_first_reply' | 'every_customer_message';
}

/** Inserts an event behind all that happened no later. A status that a case is in already is left out. */
export function withEvent(events: readonly ClockEvent[], event: ClockEvent): ClockEvent[] {
  const i = events.findLastIndex(({ at }) => at <= event.at) + 1;
  const earlier = events.slice(0, i);
  if (event.kind === 'status' && statusIn(earlier) === event.status) return [...events];
  return [...earlier, event, ...events.slice(i)];
}

/** The status that events lead to. */
export function statusIn(events: readonly ClockEvent[]): string {
  const last = events.findLast((event) => event.kind === 'status');
  return last?.kind === 'status' ? last.status : 'new';
}

/** The promise that events lead to; null before there was one. */
export function termsIn(events: readonly ClockEvent[]): Terms | null {
  const last = events.findLast((event) => event.kind === 'terms');
  return last?.kind === 'terms' ? { policy: last.policy, priority: last.priority, targets: last.targets } : null;
}
