import type { BusinessTime } from './business-time.ts';
import type { ClockEvent, Conduct } from './clock-events.ts';
import type { Wait } from './history.ts';
import { type ClockRun, consumed, type Reckoning, reckon, usedUpAt } from './reckoning.ts';

/** How one clock stands at a moment. Milliseconds. */
export interface EvaluatedClock {
  /** Null when nothing runs or nothing was promised. Once stopped, when it had been due. */
  due: number | null;
  consumed: number;
  /** Whether more than the target was used; null without a target. */
  breached: boolean | null;
  /** What is left while the clock stands still; null when it runs, has stopped, or nothing is left. */
  leftWhilePaused: number | null;
  paused: boolean;
  stoppedAt: number | null;
}

/** A case's clocks at a moment, each answered wait included. */
export interface Evaluation {
  firstResponse: EvaluatedClock;
  /** Null while nobody waits. */
  nextResponse: EvaluatedClock | null;
  waitingSince: number | null;
  waits: (Wait & Pick<EvaluatedClock, 'consumed' | 'breached'>)[];
  resolution: EvaluatedClock;
  /** Time of the calendar spent in a pause status. */
  paused: number;
  status: string;
}

export function evaluate(events: readonly ClockEvent[], conduct: Conduct, time: BusinessTime, at: number): Evaluation {
  const reckoning = reckon(events, conduct);
  const { history } = reckoning;
  const clock = (run: ClockRun) => evaluateClock(reckoning, run, time, at);
  const target = reckoning.nextResponse?.target ?? null;
  return {
    firstResponse: clock(reckoning.firstResponse),
    nextResponse:
      reckoning.nextResponse === null || history.waitingSince === null ? null : clock(reckoning.nextResponse),
    waitingSince: history.waitingSince,
    waits: history.waits.map((wait) => {
      const used = clock({ since: wait.since, stoppedAt: wait.answeredAt, target });
      return { ...wait, consumed: used.consumed, breached: used.breached };
    }),
    resolution: clock(reckoning.resolution),
    paused: history.phases
      .filter(({ mode }) => mode === 'paused')
      .reduce((sum, { from, to }) => sum + time.between(from, Math.min(to, at)), 0),
    status: history.phases.at(-1)?.status ?? 'new',
  };
}

function evaluateClock({ history }: Reckoning, run: ClockRun, time: BusinessTime, at: number): EvaluatedClock {
  const used = consumed(history, run, time, at);
  const owed = run.stoppedAt === null;
  const mode = history.phases.at(-1)?.mode;
  const paused = owed && mode === 'paused';
  const left = run.target === null ? 0 : run.target - used;
  return {
    due: run.target === null || (owed && mode !== 'running') ? null : usedUpAt(history, run, time, run.target),
    consumed: used,
    breached: run.target === null ? null : left < 0,
    leftWhilePaused: paused && left >= 0 ? left : null,
    paused,
    stoppedAt: run.stoppedAt,
  };
}
