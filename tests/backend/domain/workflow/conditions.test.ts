import assert from 'node:assert/strict';
import { compileCondition } from '../../../../backend/domain/workflow/compile-condition.ts';
import type { Comparison, Condition, Subject } from '../../../../backend/domain/workflow/condition.ts';
import { shift, wallOf } from '../../../../backend/domain/workflow/zoned-time.ts';

const base: Subject = {
  object: {},
  changes: {},
  nowMs: Date.parse('2026-05-04T12:00:00Z'),
  timezone: 'UTC',
  parents: {},
};

function holds(condition: Condition, subject: Partial<Subject>): boolean {
  const { faults, matches } = compileCondition(condition);
  assert.deepEqual(faults, []);
  return matches({ ...base, ...subject });
}
const one = (op: Comparison['op'], value?: unknown, more: Partial<Comparison> = {}) =>
  ({ field: 'x', op, value, ...more }) as Comparison;
const on = (x: unknown) => ({ object: { x } });

describe('Conditions of rules', () => {
  it('compare texts without regard to letter case unless told otherwise', () => {
    assert.ok(holds(one('is', 'ÜBER'), on('über')));
    assert.ok(!holds(one('is', 'ÜBER', { caseSensitive: true }), on('über')));
    assert.ok(holds(one('contains not', 'test', { caseSensitive: true }), on('a TEST')));
  });

  it('find whole words in any alphabet', () => {
    const lamp = one('contains a word of', ['lamp', 'Steckdose']);
    assert.ok(holds(lamp, on('along the lamp, cable')));
    assert.ok(holds(lamp, on('neben der steckdose.')));
    assert.ok(!holds(lamp, on('clamp and lampshade')));
    assert.ok(!holds(one('contains a word of', ['uber']), on('ubеrs')));
  });

  it('take whole members of a list, and parts of a text', () => {
    assert.ok(!holds(one('contains', 'u1'), on(['u12'])));
    assert.ok(holds(one('contains', 'u1'), on('u12')));
    assert.ok(holds(one('contains all of', ['a', 'b']), on(['b', 'c', 'a'])));
    assert.ok(!holds(one('contains all of', ['a', 'b']), on(['b'])));
  });

  it('know categories below another in the tree, also in a tree that bites its tail', () => {
    const parents = { leak: 'plumbing', plumbing: 'maintenance', maintenance: 'leak' };
    assert.ok(holds(one('is under', 'maintenance'), { ...on('leak'), parents }));
    assert.ok(!holds(one('is under', 'electrical'), { ...on('leak'), parents }));
  });

  it('join with all, any and none, and skip groups that say nothing', () => {
    const yes = one('is', 1);
    const no = one('is', 2);
    assert.ok(holds({ none: [no, { all: [yes, no] }] }, on(1)));
    assert.ok(!holds({ none: [yes] }, on(1)));
    assert.ok(!holds({ all: [{ none: [] }, no] }, on(1)));
    assert.ok(holds({ all: [] }, on(1)));
  });

  it('tell from what and to what a field has changed', () => {
    const changes = { x: ['new', 'open'] as const };
    assert.ok(holds(one('has changed to', ['open', 'closed']), { changes }));
    assert.ok(!holds(one('has changed from', 'open'), { changes }));
    assert.ok(holds(one('has changed'), { changes: { x: [[], ['a']] } }));
  });

  it('never throw, whatever the field holds', () => {
    const odd = [null, undefined, '', 0, NaN, [], [[]], {}, { name: {} }, 'x'.repeat(10_000), true, '2026-13-45'];
    for (const op of [
      'is',
      'contains any of',
      'less than',
      'before (absolute)',
      'today',
      'matches regex',
      'is under',
    ] as const) {
      for (const x of odd)
        holds({ field: 'x', op, value: op === 'before (absolute)' || op === 'less than' ? '2026-01-01' : 'a' }, on(x));
    }
  });

  it('match expressions in time linear in the text', () => {
    const started = process.cpuUsage();
    const text = 'a'.repeat(200_000);
    for (const value of ['^(a+)+$', '(a|aa)+$', '(.*a){30}b', '(x+x+)+y', '^(([a-z])+.)+[A-Z]([a-z])+$']) {
      holds(one('matches regex', value), on(`${text}!`));
    }
    const { user } = process.cpuUsage(started);
    assert.ok(user < 5_000_000, `took ${user} µs`);
    for (const value of ['(?=a)', '(a)\\1', 'a'.repeat(501), '((a{100}){100}){100}']) {
      assert.equal(compileCondition(one('matches regex', value)).faults.length, 1, value);
    }
  });
});

describe('Relative times', () => {
  it('count days on the calendar of the zone, and hours as they pass', () => {
    const berlin = 'Europe/Berlin';
    const afterSpring = Date.parse('2026-03-29T22:00:00Z');
    assert.equal(new Date(shift(afterSpring, -1, 'day', berlin)).toISOString(), '2026-03-28T23:00:00.000Z');
    assert.equal(new Date(shift(afterSpring, -24, 'hour', berlin)).toISOString(), '2026-03-28T22:00:00.000Z');
    const endOfMonth = Date.parse('2026-01-31T10:00:00Z');
    assert.equal(new Date(shift(endOfMonth, 1, 'month', berlin)).toISOString(), '2026-02-28T10:00:00.000Z');
  });

  it('go on behind an hour that the clocks skip', () => {
    const newYork = 'America/New_York';
    const before = Date.parse('2026-03-07T07:30:00Z');
    const shown = new Date(wallOf(shift(before, 1, 'day', newYork), newYork)).toISOString();
    assert.equal(shown, '2026-03-08T03:30:00.000Z');
  });
});
