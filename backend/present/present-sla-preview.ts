import type { PreviewedClocks, PreviewSla } from '../contracts/sla-preview.ts';
import type { ClockEvent } from '../domain/sla/clock-events.ts';
import type { EvaluatedClock, Evaluation } from '../domain/sla/evaluation.ts';

const minuteMs = 60_000;

type History = Required<Pick<PreviewSla, 'targets' | 'events'>>;

/** The events of a preview in our own words. */
export function clockEventsOf({ targets, events }: { [K in keyof History]: NonNullable<History[K]> }): ClockEvent[] {
  const openedAt = Date.parse(events[0]?.at ?? '');
  const promised = {
    firstResponse: targets.first_response_min,
    nextResponse: targets.next_response_min,
    resolution: targets.resolution_min,
  };
  return [
    { at: openedAt, kind: 'opened' },
    { at: openedAt, kind: 'terms', policy: null, priority: 'medium', targets: promised },
    ...events.flatMap(({ at, type }): ClockEvent[] => {
      if (type === 'customer_message') return [{ at: Date.parse(at), kind: 'customer' }];
      if (type === 'agent_reply') return [{ at: Date.parse(at), kind: 'reply' }];
      return type.startsWith('status:') ? [{ at: Date.parse(at), kind: 'status', status: type.slice(7) }] : [];
    }),
  ];
}

export function presentEvaluation(clocks: Evaluation): PreviewedClocks {
  const { firstResponse, nextResponse, resolution } = clocks;
  return {
    first_response: { responded_at: instantOf(firstResponse.stoppedAt), ...presentClock(firstResponse) },
    next_response: {
      waiting_since: instantOf(clocks.waitingSince),
      cycles: clocks.waits.map(({ since, answeredAt, consumed, breached }) => ({
        since: secondsOf(since),
        answered_at: secondsOf(answeredAt),
        elapsed_minutes: consumed / minuteMs,
        breached,
      })),
      ...(nextResponse === null ? { due: null } : presentClock(nextResponse)),
    },
    resolution: { resolved_at: instantOf(resolution.stoppedAt), ...presentClock(resolution) },
    paused_minutes: clocks.paused / minuteMs,
    status: clocks.status === 'new' ? 'open' : clocks.status,
  };
}

/** An instant of a preview, or null. */
export function instantOf(ms: number | null): string | null {
  return ms === null ? null : secondsOf(ms);
}

function presentClock({ due, consumed, breached, paused, leftWhilePaused }: EvaluatedClock) {
  return {
    due: instantOf(due),
    elapsed_minutes: consumed / minuteMs,
    breached,
    ...(paused && { paused: true as const }),
    ...(leftWhilePaused !== null && { remaining_minutes: leftWhilePaused / minuteMs }),
  };
}

/** Without the milliseconds when there are none, as instants of calendars are written. */
function secondsOf(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}
