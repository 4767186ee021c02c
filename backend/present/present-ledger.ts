import type { ClockLedger, Ledger, LedgerLine, Promised } from '../contracts/sla-ledger.ts';
import type { ClockName, Terms } from '../domain/sla/clock-events.ts';
import type * as domain from '../domain/sla/ledger.ts';

/** What the ledgers of a case are shown with. Milliseconds since the epoch. */
export interface Explained {
  caseId: string;
  number: string;
  at: number;
  terms: Terms;
  policyNames: ReadonlyMap<string, string>;
  calendar: Ledger['calendar'];
  ledgers: Record<ClockName, domain.ClockLedger | null>;
}

export function presentLedger(explained: Explained): Ledger {
  const { caseId, number, at, terms, policyNames, calendar, ledgers } = explained;
  const promised = (one: Terms): Promised => ({
    policy: one.policy === null ? null : { id: one.policy, name: policyNames.get(one.policy) ?? one.policy },
    priority: one.priority,
    targets: one.targets,
  });
  const clock = (one: domain.ClockLedger | null) => one && presentClock(one, promised);
  return {
    caseId,
    number,
    at: instant(at),
    promise: promised(terms),
    calendar,
    clocks: {
      firstResponse: clock(ledgers.firstResponse),
      nextResponse: clock(ledgers.nextResponse),
      resolution: clock(ledgers.resolution),
    },
  };
}

function presentClock(ledger: domain.ClockLedger, promised: (terms: Terms) => Promised): ClockLedger {
  return {
    since: instant(ledger.since),
    stoppedAt: ledger.stoppedAt === null ? null : instant(ledger.stoppedAt),
    targetMs: ledger.target,
    due: ledger.due === null ? null : instant(ledger.due),
    consumedMs: ledger.consumed,
    remainingMs: ledger.remaining,
    lines: ledger.entries.map(
      (entry): LedgerLine => ({
        from: instant(entry.from),
        to: instant(entry.to),
        cause: entry.cause,
        countedMs: entry.counted,
        totalMs: entry.total,
        ahead: entry.ahead,
        ...(entry.detail !== null && { detail: entry.detail }),
        ...(entry.terms !== null && { promise: promised(entry.terms) }),
      }),
    ),
  };
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
