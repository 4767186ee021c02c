import { endedStatuses } from '../vocabulary.ts';
import type { ClockEvent, ClockName, Conduct, Terms } from './clock-events.ts';

/** A stretch of a case's life in which its clocks run, stand still, or are over. */
export interface Phase {
  from: number;
  /** Infinity for the present one. */
  to: number;
  mode: 'running' | 'paused' | 'ended';
  status: string;
}

/** A customer's wait for an answer. */
export interface Wait {
  since: number;
  answeredAt: number;
}

/** What a case's events come to, apart from any calendar. Instants in milliseconds since the epoch. */
export interface History {
  openedAt: number;
  phases: Phase[];
  firstReplyAt: number | null;
  /** Answered waits, oldest first. */
  waits: Wait[];
  waitingSince: number | null;
  /** When the present end began; null while the case is open. */
  endedAt: number | null;
  /** Changes of the terms, oldest first; never empty. */
  terms: { at: number; terms: Terms }[];
  /** What clocks were given beyond their terms, oldest first. */
  extensions: { at: number; clock: ClockName; minutes: number; reason: string }[];
}

const ended: readonly string[] = endedStatuses;

export function readHistory(events: readonly ClockEvent[], conduct: Conduct): History {
  const openedAt = events[0]?.at ?? 0;
  const history: History = {
    openedAt,
    phases: [{ from: openedAt, to: Number.POSITIVE_INFINITY, mode: 'running', status: 'new' }],
    firstReplyAt: null,
    waits: [],
    waitingSince: null,
    endedAt: null,
    terms: [],
    extensions: [],
  };
  for (const event of events) apply(history, event, conduct);
  return history;
}

function apply(history: History, event: ClockEvent, conduct: Conduct): void {
  switch (event.kind) {
    case 'opened':
      return;
    case 'customer':
      if (history.firstReplyAt === null && conduct.nextResponse === 'after_first_reply') return;
      history.waitingSince ??= event.at;
      return;
    case 'reply':
      history.firstReplyAt ??= event.at;
      if (history.waitingSince !== null) history.waits.push({ since: history.waitingSince, answeredAt: event.at });
      history.waitingSince = null;
      return;
    case 'status':
      moveTo(history, event.at, event.status, conduct);
      return;
    case 'terms':
      history.terms.push({
        at: event.at,
        terms: { policy: event.policy, priority: event.priority, targets: event.targets },
      });
      return;
    case 'extended':
      history.extensions.push({ at: event.at, clock: event.clock, minutes: event.minutes, reason: event.reason });
  }
}

function moveTo(history: History, at: number, status: string, { pauseStatuses }: Conduct): void {
  const isEnd = ended.includes(status);
  const mode = isEnd ? 'ended' : pauseStatuses.includes(status) ? 'paused' : 'running';
  history.endedAt = isEnd ? (history.endedAt ?? at) : null;
  const present = history.phases.at(-1);
  if (present !== undefined) present.to = at;
  history.phases.push({ from: at, to: Number.POSITIVE_INFINITY, mode, status });
}
