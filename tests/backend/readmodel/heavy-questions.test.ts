import assert from 'node:assert/strict';
import { periodOf } from '../../../backend/domain/analytics/period.ts';
import { CaseColumns, codedFields } from '../../../backend/readmodel/case-columns.ts';
import { MemoryCaseIndex } from '../../../backend/readmodel/case-index.ts';
import { Minutes } from '../../../backend/readmodel/minutes.ts';
import { createDice } from '../../../backend/seed/dice.ts';
import { TestClock } from '../../fakes/test-clock.ts';

const clock = new TestClock('2026-11-24T15:30:00.000Z');
const rows = 500_000;

/** Columns of very many cases, written without going through cases. */
function manyColumns(): CaseColumns {
  const columns = new CaseColumns(rows);
  const { live, coded, numbers } = columns;
  columns.size = rows;
  for (let row = 0; row < rows; row++) {
    live.add(row);
    numbers.created[row] = clock.nowMs() - (1 + (row % 10_000)) * 60_000;
    numbers.ended[row] = clock.nowMs() - (1 + (row % 5_000)) * 60_000;
    numbers.firstResponse[row] = Number.NaN;
    numbers.due[row] = Number.POSITIVE_INFINITY;
    numbers.risk[row] = Number.POSITIVE_INFINITY;
    coded.assignee.codes[row] = row % 20;
  }
  const agents = Array.from({ length: 20 }, (_, n) => `agent-${n}`);
  columns.restoreWords({
    ...Object.fromEntries(codedFields.map((name) => [name, name === 'status' ? ['resolved'] : [null]])),
    assignee: agents,
    customers: ['nadia'],
    emails: ['nadia@example.com'],
  });
  return columns;
}

describe('The heaviest questions', () => {
  const index = new MemoryCaseIndex(clock);
  before(() => index.load(manyColumns()));
  const period = periodOf({ from: '2026-11-01T00:00:00Z' }, clock.nowMs());

  const asked: [string, () => Promise<number>][] = [
    ['dashboard', async () => (await index.dashboard({}, period)).created],
    ['trends', async () => (await index.trends({}, period))[0]?.points.reduce((n, one) => n + one.created, 0) ?? 0],
    [
      'performance',
      async () => (await index.performance({}, period, 'assignee')).reduce((n, one) => n + one.created, 0),
    ],
  ];
  for (const [name, ask] of asked) {
    it(`let others have their turn: ${name}`, async () => {
      let turns = 0;
      let answered = false;
      const waiting = () => {
        turns += 1;
        if (!answered) setImmediate(waiting);
      };
      setImmediate(waiting);
      const created = await ask();
      answered = true;
      assert.equal(created, rows);
      assert.ok(turns >= 7, `${turns} turns`);
    });
  }
});

describe('Percentiles of durations', () => {
  it('are exact however many there are, however long', () => {
    const dice = createDice(5);
    for (const n of [1, 2, 100, 2_048, 2_049, 30_000]) {
      const minutes = new Minutes();
      const tenths = Array.from({ length: n }, () => dice.below(dice.chance(0.1) ? 80_000_000 : 9_000));
      for (const one of tenths) minutes.add(one * 6_000);
      const sorted = tenths.sort((a, b) => a - b);
      const at = (share: number) => {
        const place = (n - 1) * share;
        const [below = 0, above = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
        return Math.round(below + (above - below) * (place % 1)) / 10;
      };
      assert.deepEqual(minutes.spread(), { median: at(0.5), p90: at(0.9), n });
    }
  });
});
