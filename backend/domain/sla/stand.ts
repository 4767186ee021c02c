import type { BusinessTime } from './business-time.ts';
import type { Level, StoredClock } from './case-sla.ts';
import { type ClockEvent, type ClockName, clockNames } from './clock-events.ts';
import type { AtRisk, SlaPolicy } from './policy.ts';
import { type ClockRun, consumed, type Reckoning, reckon, usedUpAt } from './reckoning.ts';

const minuteMs = 60_000;

export type ClockPolicy = Pick<SlaPolicy, 'pauseStatuses' | 'nextResponse' | 'atRisk' | 'escalation'>;

/** What a case's events come to: its clocks, and how long answering and resolving took. */
export interface Stand {
  clocks: Record<ClockName, StoredClock | null>;
  firstReplyAt: number | null;
  /** Minutes of the calendar, once it has happened. */
  firstResponseMinutes: number | null;
  resolutionMinutes: number | null;
}

export function standOf(events: readonly ClockEvent[], policy: ClockPolicy, time: BusinessTime): Stand {
  const reckoning = reckon(events, policy);
  const clocks = Object.fromEntries(
    clockNames.map((name) => [name, storedClock(reckoning, name, policy, time)]),
  ) as Stand['clocks'];
  const { firstResponse, resolution, history } = reckoning;
  return {
    clocks,
    firstReplyAt: history.firstReplyAt,
    firstResponseMinutes: minutesTaken(reckoning, firstResponse, time),
    resolutionMinutes: minutesTaken(reckoning, resolution, time),
  };
}

function minutesTaken({ history }: Reckoning, run: ClockRun, time: BusinessTime): number | null {
  if (run.stoppedAt === null) return null;
  return Math.round(consumed(history, run, time, run.stoppedAt) / minuteMs);
}

function storedClock(
  reckoning: Reckoning,
  name: ClockName,
  policy: ClockPolicy,
  time: BusinessTime,
): StoredClock | null {
  const { history } = reckoning;
  const run = reckoning[name];
  if (run === null || run.target === null) return null;
  const target = run.target / minuteMs;
  const dueAt = (amount: number) => usedUpAt(history, run, time, amount);
  if (run.stoppedAt !== null) {
    const due = dueAt(run.target);
    return { state: due === null || run.stoppedAt <= due ? 'met' : 'missed', target, due, at: run.stoppedAt };
  }
  const present = history.phases.at(-1);
  if (present === undefined || present.mode === 'ended') return null;
  if (present.mode === 'paused') {
    const left = (run.target - consumed(history, run, time, present.from)) / minuteMs;
    return { state: 'paused', target, left };
  }
  const risk = dueAt(riskAfter(policy.atRisk, run.target));
  const due = dueAt(run.target);
  const levels: { level: string; at: number | null }[] = [
    { level: 'at_risk', at: risk },
    { level: 'breached', at: due },
    ...policy.escalation
      .filter(({ clock }) => clock === name)
      .map(({ id, minutesAfterDue }) => ({
        level: id,
        at: dueAt(Math.max(0, target + minutesAfterDue) * minuteMs),
      })),
  ];
  return {
    state: 'running',
    since: run.since,
    target,
    due,
    risk,
    levels: levels.filter((level): level is Level => level.at !== null),
  };
}

/** How much of a target may be used before the clock is at risk. */
function riskAfter({ percent, minutesBefore }: AtRisk, target: number): number {
  const share = percent === null ? target : (target * percent) / 100;
  const before = minutesBefore === null ? target : Math.max(0, target - minutesBefore * minuteMs);
  return Math.min(share, before);
}
