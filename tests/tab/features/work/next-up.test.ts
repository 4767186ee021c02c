import assert from 'node:assert/strict';
import type { Task } from '../../../../backend/contracts/task.ts';
import { dayOf, standingOf } from '../../../../tab/features/work/next-up.ts';
import { reasonsOf } from '../../../../tab/features/work/reasons.ts';
import { afternoon, aWireCase } from '../cases/wire-case.ts';

const task = (title: string, dueMinutes: number | null, blocked = false): Task => ({
  id: title,
  caseId: null,
  title,
  description: '',
  status: 'new',
  priority: 'medium',
  category: 'general',
  owner: 'jonas',
  ownerName: 'Jonas Weber',
  ...(dueMinutes !== null && { dueAt: new Date(afternoon + dueMinutes * 60_000).toISOString() }),
  checklist: [],
  blockedBy: [],
  blocked,
  createdAt: new Date(afternoon).toISOString(),
  updatedAt: new Date(afternoon).toISOString(),
  etag: '1',
});
const overdue = aWireCase({ priority: 'critical', ageMinutes: 45 }, 1);
const soon = aWireCase({ priority: 'high', ageMinutes: 30 }, 2);
const waits = aWireCase({ status: 'awaiting_customer', ageMinutes: 300 }, 3);

describe('The work of a day', () => {
  it('comes in the order in which it falls due, cases and tasks together; what waits for others stands apart', () => {
    const day = dayOf([soon, waits, overdue], [], [task('call', 10), task('file', null), task('later', 5, true)]);
    assert.deepEqual(
      day.next.map((each) => (each.kind === 'case' ? each.case.number : each.task.title)),
      [overdue.number, 'call', soon.number, 'file'],
    );
    assert.deepEqual(
      day.waiting.map(({ number }) => number),
      [waits.number],
    );
  });

  it('says why: the clock first, then what makes it pressing', () => {
    const [first, second] = dayOf([soon, overdue], [], []).next;
    assert.ok(first && second);
    assert.deepEqual([standingOf(first, afternoon), standingOf(second, afternoon)], ['overdue', 'soon']);
    assert.match(reasonsOf(first, 'jonas', afternoon).join(' · '), /^First reply ran out 15 minutes ago · Critical/);
    assert.match(reasonsOf(second, 'jonas', afternoon)[0] ?? '', /^First reply runs out in 30 minutes$/);
  });

  it('offers the most pressing free case first', () => {
    assert.deepEqual(
      dayOf([], [soon, overdue], []).free.map(({ number }) => number),
      [overdue.number, soon.number],
    );
  });
});
