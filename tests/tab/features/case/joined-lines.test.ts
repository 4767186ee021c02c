import assert from 'node:assert/strict';
import type { LedgerLine } from '../../../../backend/contracts/sla-ledger.ts';
import { joinedLines } from '../../../../tab/features/case/ledger/joined-lines.ts';

function line(from: string, to: string, more: Partial<LedgerLine> = {}): LedgerLine {
  const at = (time: string) => `2026-11-27T${time}:00.000Z`;
  return { from: at(from), to: at(to), cause: 'shift', countedMs: 60_000, totalMs: 0, ahead: false, ...more };
}

describe('The lines of a ledger as they are read', () => {
  it('join what goes on for the same cause, with its sum', () => {
    const [one, ...more] = joinedLines([
      line('10:00', '10:01', { totalMs: 1 }),
      line('10:01', '10:02', { totalMs: 2 }),
    ]);
    assert.deepEqual(one, line('10:00', '10:02', { countedMs: 120_000, totalMs: 2 }));
    assert.equal(more.length, 0);
  });

  it('stay apart over another cause, another detail, a gap or a promise', () => {
    const lines = [
      line('10:00', '10:01'),
      line('10:01', '10:02', { cause: 'pause', detail: 'awaiting_customer' }),
      line('10:02', '10:03', { cause: 'pause', detail: 'awaiting_vendor' }),
      line('10:03', '10:04'),
      line('10:05', '10:06'),
      line('10:06', '10:07', {
        promise: { policy: null, priority: 'high', targets: { firstResponse: 1, nextResponse: null, resolution: 2 } },
      }),
      line('10:07', '10:08'),
    ];
    assert.deepEqual(joinedLines(lines), lines);
  });
});
