import type { LedgerLine } from '../../../../backend/contracts/sla-ledger.ts';

/**
 * The lines as a person reads them: neighbours that go on for the same cause are one span. The ledger itself starts a line at
 * every event of the case, most of which change nothing for the clock.
 */
export function joinedLines(lines: readonly LedgerLine[]): LedgerLine[] {
  const joined: LedgerLine[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    if (before === undefined || !goesOn(before, line)) joined.push(line);
    else {
      const countedMs = before.countedMs + line.countedMs;
      joined[joined.length - 1] = { ...before, to: line.to, countedMs, totalMs: line.totalMs };
    }
  }
  return joined;
}

function goesOn(before: LedgerLine, line: LedgerLine): boolean {
  const moment = line.promise !== undefined || before.promise !== undefined;
  return !moment && before.to === line.from && before.cause === line.cause && before.detail === line.detail;
}
