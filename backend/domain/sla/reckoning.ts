import type { BusinessTime } from './business-time.ts';
import type { ClockEvent, ClockName, Conduct, Targets } from './clock-events.ts';
import { type History, type Phase, readHistory } from './history.ts';

/** One clock of a case: from when it counts, what stops it, and what was promised. Milliseconds. */
export interface ClockRun {
  since: number;
  /** When it was answered or resolved; null while it is owed. */
  stoppedAt: number | null;
  target: number | null;
}

/** A case's clocks, worked out from its events and nothing else. */
export interface Reckoning {
  history: History;
  firstResponse: ClockRun;
  /** The present wait, or else the last one; null when nobody has waited. */
  nextResponse: ClockRun | null;
  resolution: ClockRun;
}

const minuteMs = 60_000;

export function reckon(events: readonly ClockEvent[], conduct: Conduct): Reckoning {
  const history = readHistory(events, conduct);
  const { openedAt, firstReplyAt, endedAt, waits, waitingSince } = history;
  const run = (name: ClockName, since: number, stoppedAt: number | null): ClockRun => {
    const at = stoppedAt ?? Number.POSITIVE_INFINITY;
    const minutes = targetsAt(history, at)[name];
    const more = extendedBy(history, name, since, at);
    return { since, stoppedAt, target: minutes === null ? null : (minutes + more) * minuteMs };
  };
  const last = waitingSince === null ? waits.at(-1) : { since: waitingSince, answeredAt: null };
  return {
    history,
    firstResponse: run('firstResponse', openedAt, firstReplyAt),
    nextResponse: last === undefined ? null : run('nextResponse', last.since, last.answeredAt),
    resolution: run('resolution', openedAt, endedAt),
  };
}

/** What was promised at an instant. A clock that has stopped keeps the promise of that moment. */
function targetsAt({ terms }: History, at: number): Targets {
  const inForce = terms.findLast((change) => change.at <= at) ?? terms[0];
  return inForce?.terms.targets ?? { firstResponse: null, nextResponse: null, resolution: null };
}

/** Minutes that a run of a clock had been given beyond its target by `at`. */
export function extendedBy({ extensions }: History, name: ClockName, since: number, at: number): number {
  return extensions
    .filter((one) => one.clock === name && one.at >= since && one.at <= at)
    .reduce((sum, { minutes }) => sum + minutes, 0);
}

/** Time that counted on a clock from its start to `at`, or to its stop if that was earlier. */
export function consumed({ phases }: History, run: ClockRun, time: BusinessTime, at: number): number {
  const end = Math.min(at, run.stoppedAt ?? Number.POSITIVE_INFINITY);
  let sum = 0;
  for (const phase of running(phases, run.since)) sum += time.between(phase.from, Math.min(phase.to, end));
  return sum;
}

/**
 * The instant at which `amount` is or will be used up on a clock, if nothing happens any more. Null when that is never:
 * the clock stands still, or its calendar does not open again. What happens after the clock stopped does not move it.
 */
export function usedUpAt({ phases }: History, run: ClockRun, time: BusinessTime, amount: number): number | null {
  const end = run.stoppedAt ?? Number.POSITIVE_INFINITY;
  let left = amount;
  for (const { from, to } of running(phases, run.since)) {
    if (from >= end) break;
    const until = Math.min(to, end);
    if (until === Number.POSITIVE_INFINITY) return time.add(from, left);
    const counted = time.between(from, until);
    if (counted >= left) return time.add(from, left);
    left -= counted;
  }
  return run.stoppedAt === null ? null : time.add(run.stoppedAt, left);
}

function running(phases: readonly Phase[], since: number): { from: number; to: number }[] {
  return phases
    .filter(({ mode, to }) => mode === 'running' && to > since)
    .map(({ from, to }) => ({ from: Math.max(from, since), to }));
}
