import type { Case } from '../../backend/contracts/case.ts';
import type { ClockLedger, Ledger } from '../../backend/contracts/sla-ledger.ts';

/** A ledger that agrees with the clocks of a case: all time since it was opened has counted, round the clock. */
export function fakeLedger({ id, number, priority, createdAt, sla }: Case): Ledger {
  const at = new Date().toISOString();
  const ledgerOf = ({ due, targetMinutes }: Case['sla']['resolution']): ClockLedger | null => {
    if (due === null || targetMinutes === undefined) return null;
    const targetMs = targetMinutes * 60_000;
    const countedMs = targetMs - (Date.parse(due) - Date.parse(at));
    const line = { from: createdAt, to: at, cause: 'shift' as const, countedMs, totalMs: countedMs, ahead: false };
    const ahead = { from: at, to: due, cause: 'shift' as const, countedMs: 0, totalMs: targetMs, ahead: true };
    return {
      since: createdAt,
      stoppedAt: null,
      targetMs,
      due,
      consumedMs: countedMs,
      remainingMs: targetMs - countedMs,
      lines: due > at ? [line, ahead] : [line],
    };
  };
  const minutes = ({ targetMinutes }: Case['sla']['resolution']) => targetMinutes ?? null;
  return {
    caseId: id,
    number,
    at,
    promise: {
      policy: { id: 'standard', name: 'Everyone else' },
      priority,
      targets: {
        firstResponse: minutes(sla.firstResponse),
        nextResponse: minutes(sla.nextResponse),
        resolution: minutes(sla.resolution),
      },
    },
    calendar: { id: 'always', name: 'Round the clock', tz: 'UTC' },
    clocks: {
      firstResponse: ledgerOf(sla.firstResponse),
      nextResponse: ledgerOf(sla.nextResponse),
      resolution: ledgerOf(sla.resolution),
    },
  };
}
