import assert from 'node:assert/strict';
import type { Ledger, LedgerLine } from '../../../../backend/contracts/sla-ledger.ts';
import { ledgerScale } from '../../../../tab/features/case/ledger/ledger-scale.ts';

function line(from: string, to: string, cause: LedgerLine['cause']): LedgerLine {
  const at = (text: string) => `2026-11-${text}:00.000Z`;
  return { from: at(from), to: at(to), cause, countedMs: 0, totalMs: 0, ahead: false };
}

function ledgerWith(lines: LedgerLine[], at: string): Ledger {
  const targets = { firstResponse: null, nextResponse: null, resolution: 60 };
  const resolution = {
    since: lines[0]?.from ?? at,
    stoppedAt: null,
    targetMs: 3_600_000,
    due: null,
    consumedMs: 0,
    remainingMs: 0,
    lines,
  };
  return {
    caseId: 'c',
    number: 'HC-1001',
    at,
    promise: { policy: null, priority: 'high', targets },
    calendar: { id: 'office', name: 'Office', tz: 'Europe/Berlin' },
    clocks: { firstResponse: null, nextResponse: null, resolution },
  };
}

describe('The scale of the ledger picture', () => {
  const lines = [
    line('23T16:00', '23T17:00', 'shift'),
    line('23T17:00', '24T08:00', 'night'),
    line('24T08:00', '24T12:00', 'shift'),
    line('24T12:00', '24T12:30', 'break'),
    line('24T12:30', '24T13:00', 'shift'),
  ];
  const scale = ledgerScale(ledgerWith(lines, '2026-11-24T13:00:00.000Z'), 360);
  const x = (text: string) => scale.x(Date.parse(`2026-11-${text}:00.000Z`));

  it('folds a night to a sliver and gives the hours their room', () => {
    assert.equal(x('23T16:00'), 0);
    assert.equal(Math.round(x('24T08:00') - x('23T17:00')), 26);
    assert.equal(scale.folds.length, 1);
    const anHour = x('23T17:00') - x('23T16:00');
    assert.ok(Math.abs(x('24T09:00') - x('24T08:00') - anHour) < 0.01);
  });

  it('keeps a short break as long as it is', () => {
    assert.ok(Math.abs((x('24T12:30') - x('24T12:00')) * 2 - (x('24T09:00') - x('24T08:00'))) < 0.01);
  });

  it('never runs backwards and ends at the right', () => {
    let before = -1;
    for (let ms = scale.fromMs; ms <= scale.toMs; ms += 10 * 60_000) {
      assert.ok(scale.x(ms) >= before);
      before = scale.x(ms);
    }
    assert.ok(Math.abs(scale.x(scale.toMs) - 360) < 0.01);
  });
});
