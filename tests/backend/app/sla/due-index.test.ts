import assert from 'node:assert/strict';
import { DueIndex } from '../../../../backend/app/sla/due-index.ts';
import { BusinessTime } from '../../../../backend/domain/sla/business-time.ts';
import type { Level } from '../../../../backend/domain/sla/case-sla.ts';
import { clockCase } from '../../../../backend/domain/sla/clock-case.ts';
import { standardPolicy } from '../../../../backend/domain/sla/policy.ts';
import { createDice } from '../../../../backend/seed/dice.ts';
import { aCase } from '../../../builders/case.ts';

function due(id: string, at: number, status: 'new' | 'resolved' = 'new') {
  const levels: Level[] = [{ level: 'breached', at }];
  const resolution = { state: 'running' as const, since: 0, target: 1, due: at, risk: at, levels };
  const clocks = { firstResponse: null, nextResponse: null, resolution };
  return { id, status, sla: { events: [], basis: 'now', clocks, told: {} } };
}

describe('The index of due times', () => {
  it('gives what is due, the longest due first, as it was put last', () => {
    const index = new DueIndex();
    const dice = createDice(1);
    const newest = new Map<string, number>();
    for (let i = 0; i < 20_000; i++) {
      const id = String(dice.below(2_000));
      const at = dice.below(1_000_000);
      const ended = dice.chance(0.1);
      index.put(due(id, at, ended ? 'resolved' : 'new'));
      if (ended) newest.delete(id);
      else newest.set(id, at);
    }
    const wanted = [...newest].filter(([, at]) => at <= 500_000).sort((a, b) => a[1] - b[1]);
    const taken: number[] = [];
    for (let ids = index.take(500_000, 7); ids.length > 0; ids = index.take(500_000, 7)) {
      taken.push(...ids.map((id) => newest.get(id) ?? -1));
    }
    assert.deepEqual(
      taken,
      wanted.map(([, at]) => at),
    );
    assert.equal(index.nextAt(), Math.min(...[...newest.values()].filter((at) => at > 500_000)));
  });

  it('does not overwrite what changed while it was loaded', () => {
    const index = new DueIndex();
    index.put(due('a', 100));
    index.put(due('b', 100, 'resolved'));
    for (const id of ['a', 'b', 'c']) index.putEarlier({ id, levelMs: 50, basis: 'now' });
    index.markLoaded();
    assert.deepEqual(index.take(99, 10), ['c']);
    assert.deepEqual(index.take(100, 10), ['a']);
  });

  it('costs next to nothing to ask, with a million cases in it', function () {
    this.timeout(60_000);
    const index = new DueIndex();
    const dice = createDice(3);
    const one = due('', 0);
    const [level] = one.sla.clocks.resolution.levels;
    for (let i = 0; i < 1_000_000; i++) {
      one.id = String(i);
      if (level !== undefined) level.at = 1_000_000 + dice.below(1_000_000_000);
      index.put(one);
    }
    const started = process.cpuUsage();
    const runs = 200;
    let taken = 0;
    for (let now = 0; now < runs; now++) {
      // 30 cases come up in a run, as they do in the busiest seconds.
      for (const id of index.take(1_000_000 + now * 30_000, 64)) {
        taken += 1;
        index.put(due(id, 2_000_000_000));
      }
      index.nextAt();
    }
    const { user, system } = process.cpuUsage(started);
    assert.ok(taken > 1_000, String(taken));
    assert.ok((user + system) / 1_000 / runs < 5, `${(user + system) / 1_000 / runs} ms a run`);
  });
});

describe('Working out the clocks of a case', () => {
  it('costs less than a millisecond with four hundred events and business hours', () => {
    const weekday = [['09:00', '17:00']] as const;
    const hours = { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday };
    const time = new BusinessTime({ tz: 'Europe/Berlin', hours });
    const settings = { policies: [standardPolicy], timeOf: () => time, basis: 'now' };
    let before = aCase();
    const entriesOf = (i: number) => {
      const at = new Date(Date.parse(before.createdAt) + i * 3_600_000).toISOString();
      const status = i % 2 === 0 ? ('awaiting_vendor' as const) : ('in_progress' as const);
      return { status, entries: [{ at, changes: [{ field: 'status', from: before.status, to: status }] }] };
    };
    const step = (i: number) => {
      const { status, entries } = entriesOf(i);
      const after = { ...before, status, updatedAt: entries[0]?.at ?? '' };
      before = clockCase({ before, after, entries, messages: [], removed: [] }, settings).value;
    };
    for (let i = 1; i <= 400; i++) step(i);
    const started = process.cpuUsage();
    for (let i = 401; i <= 500; i++) step(i);
    const { user, system } = process.cpuUsage(started);
    assert.ok((before.sla?.events.length ?? 0) > 400);
    assert.ok((user + system) / 1_000 / 100 < 1, `${(user + system) / 1_000 / 100} ms`);
  });
});
