import assert from 'node:assert/strict';
import { periodOf } from '../../../backend/domain/analytics/period.ts';
import type { SupportCase } from '../../../backend/domain/case/case.ts';
import { clocks, standing, stateAt } from '../../../backend/domain/sla/clocks.ts';
import { caseStatuses, endedStatuses, priorities, ratings } from '../../../backend/domain/vocabulary.ts';
import type { Spread } from '../../../backend/ports/case-figures.ts';
import type { CaseFilter } from '../../../backend/ports/case-index.ts';
import { MemoryCaseIndex } from '../../../backend/readmodel/case-index.ts';
import { createDice } from '../../../backend/seed/dice.ts';
import { aCase } from '../../builders/case.ts';
import { TestClock } from '../../fakes/test-clock.ts';

const clock = new TestClock('2026-11-24T15:30:00.000Z');
const nowMs = clock.nowMs();
const dayMs = 86_400_000;
const dice = createDice(7);
const iso = (ms: number) => new Date(ms).toISOString();

function satisfaction(): SupportCase['satisfaction'] {
  const [asked, rated] = [iso(nowMs - dice.below(60 * dayMs)), iso(nowMs - dice.below(60 * dayMs))];
  const rating = ratings[dice.below(5)] ?? 1;
  return {
    asked: { ending: asked, at: asked },
    answer: dice.chance(0.6) ? { ending: asked, at: rated, rating } : null,
  };
}

const cases = Array.from({ length: 9_000 }, (): SupportCase => {
  const createdMs = nowMs - dice.below(120 * dayMs);
  const answeredMs = createdMs + dice.wait(200) * 60_000;
  const endedMs = createdMs + dice.wait(4_000) * 60_000;
  const status = dice.pick(caseStatuses as unknown as [SupportCase['status'], ...SupportCase['status'][]]);
  const ended = endedStatuses.includes(status);
  return aCase({
    status,
    priority: priorities[dice.below(5)] ?? 'low',
    assignee: dice.chance(0.3) ? null : `agent-${dice.below(6)}`,
    team: dice.chance(0.3) ? null : 'property',
    createdAt: iso(createdMs),
    firstResponseAt: dice.chance(0.7) ? iso(answeredMs) : null,
    resolvedAt: ended && dice.chance(0.9) ? iso(endedMs) : null,
    closedAt: status === 'closed' ? iso(endedMs) : null,
    firstResponseMinutes: dice.chance(0.8) ? dice.below(3_000) : null,
    resolutionMinutes: dice.chance(0.8) ? dice.below(60_000) : null,
    satisfaction: dice.chance(0.4) ? satisfaction() : null,
  });
});

const index = new MemoryCaseIndex(clock);
for (const value of cases) index.put({ value, etag: '1' });

const endedMs = (value: SupportCase) => Date.parse(value.resolvedAt ?? value.closedAt ?? '');
const isOpen = (value: SupportCase) => !endedStatuses.includes(value.status);

const untilAnswer = (value: SupportCase) => Date.parse(value.firstResponseAt ?? '') - Date.parse(value.createdAt);
const untilEnd = (value: SupportCase) => endedMs(value) - Date.parse(value.createdAt);
const minutes = (known: number | null) => (known === null ? null : known * 60_000);
const workedUntilAnswer = (value: SupportCase) => minutes(value.firstResponseMinutes) ?? untilAnswer(value);
const workedUntilEnd = (value: SupportCase) => minutes(value.resolutionMinutes) ?? untilEnd(value);

/** PERCENTILE_CONT of SQL, over minutes to a tenth. */
function plainSpread(durations: number[]): Spread {
  const sorted = durations.map((ms) => Math.round(ms / 6_000)).sort((a, b) => a - b);
  const at = (share: number) => {
    const place = (sorted.length - 1) * share;
    const [below, above] = [sorted[Math.floor(place)] as number, sorted[Math.ceil(place)] as number];
    return Math.round(below + (above - below) * (place % 1)) / 10;
  };
  return sorted.length === 0 ? { median: null, p90: null, n: 0 } : { median: at(0.5), p90: at(0.9), n: sorted.length };
}

describe('Figures over 9,000 cases', () => {
  const asked: [string, CaseFilter, Parameters<typeof periodOf>[0]][] = [
    ['of the last thirty days', {}, {}],
    ['of one priority', { priority: ['high'] }, { from: '2026-09-01T00:00:00Z' }],
    [
      'of one agent in a month',
      { assignee: ['agent-2'] },
      { from: '2026-10-01T00:00:00Z', to: '2026-11-01T00:00:00Z' },
    ],
    ['of two days by the hour', { team: ['property'] }, { from: '2026-11-22T10:20:00Z', to: '2026-11-24T02:40:00Z' }],
    ['of nothing', { category: ['none such'] }, {}],
  ];
  for (const [what, filter, times] of asked) {
    it(`are those of a plain count: ${what}`, async () => {
      const period = periodOf(times, nowMs);
      const within = (ms: number) => ms >= period.fromMs && ms < period.toMs;
      const mine = cases.filter(
        (value) =>
          (!filter.priority || filter.priority.includes(value.priority)) &&
          (!filter.assignee || filter.assignee.includes(value.assignee)) &&
          (!filter.team || filter.team.includes(value.team ?? '')) &&
          (!filter.category || filter.category.includes(value.category)),
      );
      const found = await index.dashboard(filter, period);
      const open = mine.filter(isOpen);
      const resolved = mine.filter((value) => within(endedMs(value)));
      const created = mine.filter((value) => within(Date.parse(value.createdAt)));
      const answered = mine.filter((value) => within(Date.parse(value.firstResponseAt ?? '')));
      const promised = resolved.filter((value) => value.resolvedAt !== null);
      const inTime = promised.filter((value) => clocks(value, nowMs).resolution.state === 'met');
      const state = (name: string) => open.filter((value) => stateAt(standing(value), nowMs) === name).length;
      assert.equal(found.open, open.length);
      assert.equal(found.new, mine.filter(({ status }) => status === 'new').length);
      assert.equal(found.unassigned, open.filter(({ assignee }) => assignee === null).length);
      assert.deepEqual([found.atRisk, found.breached], [state('at_risk'), state('breached')]);
      assert.deepEqual([found.created, found.resolved], [created.length, resolved.length]);
      assert.deepEqual(found.firstResponseMinutes, plainSpread(answered.map(workedUntilAnswer)));
      assert.deepEqual(found.resolutionMinutes, plainSpread(resolved.map(workedUntilEnd)));
      const byWall = await index.dashboard(filter, periodOf({ ...times, clock: 'wall' }, nowMs));
      assert.deepEqual(byWall.firstResponseMinutes, plainSpread(answered.map(untilAnswer)));
      assert.deepEqual(byWall.resolutionMinutes, plainSpread(resolved.map(untilEnd)));
      const [trend] = await index.trends(filter, period);
      for (const [i, point] of (trend?.points ?? []).entries()) {
        const inside = (ms: number) => ms >= point.atMs && ms < (period.starts[i + 1] ?? period.toMs);
        const there = mine.filter(({ firstResponseAt }) => inside(Date.parse(firstResponseAt ?? '')));
        assert.deepEqual(point.firstResponseMinutes, plainSpread(there.map(workedUntilAnswer)));
        const ended = mine.filter((value) => inside(endedMs(value)));
        assert.deepEqual(point.resolutionMinutes, plainSpread(ended.map(workedUntilEnd)));
      }
      const share = promised.length === 0 ? null : Math.round((inTime.length / promised.length) * 1_000) / 10;
      assert.equal(found.slaMetPercent, share);
      const rated = mine.filter(({ satisfaction }) => within(Date.parse(satisfaction?.answer?.at ?? '')));
      const content = rated.filter(({ satisfaction }) => (satisfaction?.answer?.rating ?? 0) >= 4);
      const asked = mine.filter(({ satisfaction }) => within(Date.parse(satisfaction?.asked.at ?? '')));
      const said = asked.filter(
        ({ satisfaction }) => (satisfaction?.answer?.at ?? '') >= (satisfaction?.asked.at ?? '~'),
      );
      const part = (some: unknown[], all: unknown[]) =>
        all.length === 0 ? null : Math.round((some.length / all.length) * 1_000) / 10;
      assert.deepEqual([found.csatRated, found.csatPercent], [rated.length, part(content, rated)]);
      assert.deepEqual([found.csatAsked, found.csatResponsePercent], [asked.length, part(said, asked)]);
      assert.equal(
        Object.values(found.byStatus).reduce((a, b) => a + b, 0),
        mine.length,
      );
      assert.equal(found.byPriority.high ?? 0, mine.filter(({ priority }) => priority === 'high').length);
      assert.equal(
        found.byAssignee.reduce((sum, one) => sum + one.open, 0),
        open.length,
      );
      assert.equal(
        found.byAssignee.reduce((sum, one) => sum + one.resolved, 0),
        resolved.length,
      );
      assert.equal(
        found.heat.flat().reduce((a, b) => a + b, 0),
        created.length,
      );
      const openAt = (ms: number) =>
        mine.filter((value) => Date.parse(value.createdAt) < ms && !(endedMs(value) < ms)).length;
      const ends = [...period.starts.slice(1), period.toMs];
      assert.deepEqual(
        found.backlog,
        period.starts.map((atMs, i) => ({ atMs, open: openAt(ends[i] as number) })),
      );
    });
  }

  it('warm the hour and weekday, Monday first, in which cases came', async () => {
    const alone = new MemoryCaseIndex(clock);
    alone.put({ value: aCase({ createdAt: '2026-11-23T09:59:59.000Z' }), etag: '1' });
    const { heat } = await alone.dashboard({}, periodOf({}, nowMs));
    assert.equal(heat[0]?.[9], 1);
  });

  it('add up over groups and over series', async () => {
    const period = periodOf({ interval: 'week' }, nowMs);
    const whole = await index.dashboard({}, period);
    const rows = await index.performance({}, period, 'assignee');
    assert.equal(rows.length, 7);
    for (const figure of ['open', 'new', 'created', 'resolved', 'breached'] as const) {
      assert.equal(
        rows.reduce((sum, row) => sum + row[figure], 0),
        whole[figure],
        figure,
      );
    }
    const [all] = await index.trends({}, period);
    const byPriority = await index.trends({}, period, 'priority');
    assert.equal(byPriority.length, 5);
    for (const [i, point] of (all?.points ?? []).entries()) {
      assert.equal(
        byPriority.reduce((sum, { points }) => sum + (points[i]?.open ?? 0), 0),
        point.open,
      );
      assert.equal(whole.backlog[i]?.open, point.open);
    }
  });
});

describe('A period', () => {
  it('falls into full hours, days, weeks and months', () => {
    const starts = (from: string, to: string, interval: 'hour' | 'day' | 'week' | 'month') =>
      periodOf({ from, to, interval }, nowMs).starts.map((ms) => iso(ms).slice(0, 16));
    assert.deepEqual(starts('2026-11-24T09:20:00Z', '2026-11-24T11:00:00Z', 'hour'), [
      '2026-11-24T09:20',
      '2026-11-24T10:00',
    ]);
    assert.deepEqual(starts('2026-11-24T09:20:00Z', '2026-11-25T00:01:00Z', 'day'), [
      '2026-11-24T09:20',
      '2026-11-25T00:00',
    ]);
    assert.deepEqual(starts('2026-11-22T00:00:00Z', '2026-12-01T00:00:00Z', 'week'), [
      '2026-11-22T00:00',
      '2026-11-23T00:00',
      '2026-11-30T00:00',
    ]);
    assert.deepEqual(starts('2026-12-31T23:00:00Z', '2027-02-02T00:00:00Z', 'month'), [
      '2026-12-31T23:00',
      '2027-01-01T00:00',
      '2027-02-01T00:00',
    ]);
  });

  it('is refused when it ends before it begins or has too many parts', () => {
    assert.throws(
      () => periodOf({ from: '2026-11-24T00:00:00Z', to: '2026-11-24T00:00:00Z' }, nowMs),
      /before the end/,
    );
    assert.throws(() => periodOf({ from: '1990-01-01T00:00:00Z', interval: 'hour' }, nowMs), /1000 intervals/);
  });
});
