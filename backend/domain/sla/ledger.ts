import type { BusinessTime } from './business-time.ts';
import type { ClockEvent, ClockName, Conduct, Terms } from './clock-events.ts';
import { type ClosedCause, closedStretches } from './closed-time.ts';
import type { Phase } from './history.ts';
import { type ClockRun, consumed, extendedBy, type Reckoning, reckon, usedUpAt } from './reckoning.ts';

/** Why time counted on a clock, or did not; the last three are moments. */
export type LedgerCause = 'shift' | ClosedCause | 'pause' | 'ended' | 'promise' | 'answered' | 'resolved';

/** One line of a ledger. Instants and spans in milliseconds; `to` equals `from` for a moment. */
export interface LedgerEntry {
  from: number;
  to: number;
  cause: LedgerCause;
  counted: number;
  /** Counted up to the end of this line. */
  total: number;
  /** Lies in the future: how it will go on if nothing happens. */
  ahead: boolean;
  /** Name of the holiday, status of the pause, or why the clock was extended. */
  detail: string | null;
  /** With `promise`: what holds from here on. */
  terms: Terms | null;
}

/** How a clock came to stand where it stands: every interval since it started, and the sum. */
export interface ClockLedger {
  since: number;
  stoppedAt: number | null;
  target: number | null;
  /** Null while the clock stands still, or without a target. */
  due: number | null;
  consumed: number;
  /** Below zero when more than the target was used; null without a target. */
  remaining: number | null;
  entries: LedgerEntry[];
}

/** The ledgers of a case at a moment. The same events and calendar always give the same ledgers. */
export function ledgersOf(
  events: readonly ClockEvent[],
  conduct: Conduct,
  time: BusinessTime,
  at: number,
): Record<ClockName, ClockLedger | null> {
  const past = events.filter((event) => event.at <= at);
  const reckoning = reckon(past, conduct);
  const ledger = (name: ClockName, run: ClockRun | null) => run && ledgerOf(reckoning, name, run, time, at);
  return {
    firstResponse: ledger('firstResponse', reckoning.firstResponse),
    nextResponse: ledger('nextResponse', reckoning.nextResponse),
    resolution: ledger('resolution', reckoning.resolution),
  };
}

function ledgerOf(reckoning: Reckoning, name: ClockName, run: ClockRun, time: BusinessTime, at: number): ClockLedger {
  const { history } = reckoning;
  const end = run.stoppedAt ?? at;
  const present = history.phases.at(-1);
  const running = present?.mode === 'running';
  const due =
    run.target === null || (run.stoppedAt === null && !running) ? null : usedUpAt(history, run, time, run.target);
  const lines = [
    ...history.phases.flatMap((phase) =>
      phaseLines(phase, Math.max(phase.from, run.since), Math.min(phase.to, end), time),
    ),
    ...promises(reckoning, name, run.since, end),
    ...stop(name, run),
  ].sort(byTime);
  const future = run.stoppedAt === null && running && due !== null ? openLines(time, end, due) : [];
  const used = consumed(history, run, time, at);
  return {
    since: run.since,
    stoppedAt: run.stoppedAt,
    target: run.target,
    due,
    consumed: used,
    remaining: run.target === null ? null : run.target - used,
    entries: totalled([...splitAtMoments(lines), ...future.map((line) => ({ ...line, ahead: true }))]),
  };
}

type Line = Omit<LedgerEntry, 'total'>;

function line(from: number, to: number, cause: LedgerCause, more: Partial<Line> = {}): Line {
  return {
    from,
    to,
    cause,
    counted: cause === 'shift' ? to - from : 0,
    ahead: false,
    detail: null,
    terms: null,
    ...more,
  };
}

function phaseLines({ mode, status }: Phase, from: number, to: number, time: BusinessTime): Line[] {
  if (from >= to) return [];
  if (mode === 'paused') return [line(from, to, 'pause', { detail: status })];
  if (mode === 'ended') return [line(from, to, 'ended', { detail: status })];
  return openLines(time, from, to);
}

/** Shifts, and between them why nobody worked. */
function openLines(time: BusinessTime, from: number, to: number): Line[] {
  const lines: Line[] = [];
  let at = from;
  for (const span of [...time.openSpans(from, to), { from: to, to }]) {
    lines.push(
      ...closedStretches(time, at, span.from).map((s) => line(s.from, s.to, s.cause, { detail: s.name ?? null })),
    );
    if (span.from < span.to) lines.push(line(span.from, span.to, 'shift'));
    at = span.to;
  }
  return lines;
}

/** The promise in force at the start, each later one, and what was given beyond it. */
function promises({ history }: Reckoning, name: ClockName, since: number, end: number): Line[] {
  const moments = [
    { at: since, detail: null },
    ...history.terms.filter(({ at }) => at > since && at <= end).map(({ at }) => ({ at, detail: null })),
    ...history.extensions
      .filter(({ at, clock }) => clock === name && at >= since && at <= end)
      .map(({ at, reason }) => ({ at, detail: reason })),
  ].sort((a, b) => a.at - b.at);
  return moments.flatMap(({ at, detail }) => {
    const terms = history.terms.findLast((one) => one.at <= at)?.terms;
    if (terms === undefined) return [];
    const target = terms.targets[name];
    const more = extendedBy(history, name, since, at);
    const promised =
      target === null || more === 0 ? terms : { ...terms, targets: { ...terms.targets, [name]: target + more } };
    return [line(at, at, 'promise', { terms: promised, detail })];
  });
}

function stop(name: ClockName, { stoppedAt }: ClockRun): Line[] {
  return stoppedAt === null ? [] : [line(stoppedAt, stoppedAt, name === 'resolution' ? 'resolved' : 'answered')];
}

function isMoment({ from, to }: Line): boolean {
  return from === to;
}

/** What ends comes before what begins; of moments, promises come before what they judge. */
function byTime(a: Line, b: Line): number {
  if (a.from !== b.from) return a.from - b.from;
  if (isMoment(a) !== isMoment(b)) return isMoment(a) ? -1 : 1;
  return Number(a.cause !== 'promise') - Number(b.cause !== 'promise');
}

/** An interval in whose middle something happened is two. */
function splitAtMoments(lines: readonly Line[]): Line[] {
  const moments = lines.filter(isMoment);
  return lines
    .flatMap((one) => {
      const cuts = moments.map(({ from }) => from).filter((at) => at > one.from && at < one.to);
      return [one.from, ...new Set(cuts)].map((from, i, starts) => {
        const to = starts[i + 1] ?? one.to;
        return { ...one, from, to, counted: one.counted === 0 ? 0 : to - from };
      });
    })
    .sort(byTime);
}

function totalled(lines: readonly Line[]): LedgerEntry[] {
  let total = 0;
  return lines.map((one) => {
    total += one.counted;
    return { ...one, total };
  });
}
