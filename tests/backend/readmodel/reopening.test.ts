import assert from 'node:assert/strict';
import { periodOf } from '../../../backend/domain/analytics/period.ts';
import type { SupportCase } from '../../../backend/domain/case/case.ts';
import { moveToStatus } from '../../../backend/domain/case/change.ts';
import { MemoryCaseIndex } from '../../../backend/readmodel/case-index.ts';
import { aCase } from '../../builders/case.ts';
import { TestClock } from '../../fakes/test-clock.ts';

const clock = new TestClock('2026-11-24T12:00:00.000Z');
const at = (day: number, hour = 9) =>
  `2026-11-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;

function moved(value: SupportCase, ...moves: [SupportCase['status'], string][]): SupportCase {
  return moves.reduce((before, [status, when]) => moveToStatus(before, status, when).value, value);
}

describe('Reopen rate and age of the open', () => {
  const period = periodOf({ from: at(16, 0), to: at(23, 0), zone: 'UTC', clock: 'wall' }, clock.nowMs());
  const opened = (assignee: string) => aCase({ assignee, status: 'in_progress', createdAt: at(14), resolvedAt: null });
  const index = new MemoryCaseIndex(clock);
  const put = (value: SupportCase) => index.put({ value, etag: '1' });
  // Ana: one stays resolved, one comes back and is resolved again, one comes back and is open.
  put(moved(opened('ana'), ['resolved', at(17)]));
  put(moved(opened('ana'), ['resolved', at(17)], ['in_progress', at(18)], ['resolved', at(19)]));
  put(moved(opened('ana'), ['closed', at(17)], ['in_progress', at(18)]));
  // Ben: one comes back after the period, one was never resolved.
  put(moved(opened('ben'), ['resolved', at(17)], ['in_progress', at(23, 12)]));
  put(opened('ben'));

  it('counts a case once, however it ended, by agent and over all', async () => {
    const { reopened, reopenPercent, backlogAge } = await index.dashboard({}, period);
    assert.deepEqual([reopened, reopenPercent], [2, 66.7]);
    // Three are open, all of the 14th at nine: ten days and three hours.
    assert.deepEqual(backlogAge, { median: 14_580, p90: 14_580, n: 3 });
    const rows = new Map((await index.performance({}, period, 'assignee')).map((row) => [row.key, row]));
    assert.deepEqual([rows.get('ana')?.reopened, rows.get('ana')?.reopenPercent], [2, 66.7]);
    assert.deepEqual([rows.get('ben')?.reopened, rows.get('ben')?.reopenPercent], [0, null]);
    assert.deepEqual([rows.get('ana')?.backlogAge.n, rows.get('ben')?.backlogAge.n], [1, 2]);
  });
});
