import assert from 'node:assert/strict';
import { groupings } from '../../../backend/contracts/analytics.ts';
import { CaseFilterQuery } from '../../../backend/contracts/case.ts';
import { type Behind, type CountedMetric, casesBehind } from '../../../backend/contracts/drill-down.ts';
import { metrics } from '../../../backend/contracts/metric-catalogue.ts';
import { type Period, periodOf } from '../../../backend/domain/analytics/period.ts';
import type { SupportCase } from '../../../backend/domain/case/case.ts';
import {
  caseSources,
  caseStatuses,
  endedStatuses,
  priorities,
  sentiments,
} from '../../../backend/domain/vocabulary.ts';
import { filterFrom } from '../../../backend/http/case-query.ts';
import type { Figures } from '../../../backend/ports/case-figures.ts';
import { MemoryCaseIndex } from '../../../backend/readmodel/case-index.ts';
import { createDice, type Dice } from '../../../backend/seed/dice.ts';
import { aCase } from '../../builders/case.ts';
import { aSatisfaction } from '../../builders/satisfaction.ts';
import { TestClock } from '../../fakes/test-clock.ts';

const clock = new TestClock('2026-11-24T15:30:00.000Z');
const nowMs = clock.nowMs();
const dayMs = 86_400_000;
const me = 'ana';
const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'];
const pick = <T>(dice: Dice, from: readonly T[]) => from[dice.below(from.length)] as T;
const some = <T>(dice: Dice, from: readonly T[]) => from.filter(() => dice.chance(0.5));
const instant = (dice: Dice) => new Date(nowMs - dice.below(40 * dayMs)).toISOString();

function randomCase(dice: Dice): SupportCase {
  const createdMs = nowMs - dice.below(40 * dayMs);
  const later = () => new Date(Math.min(nowMs, createdMs + dice.wait(3_000) * 60_000)).toISOString();
  const status = pick(dice, caseStatuses);
  const ended = endedStatuses.includes(status);
  return aCase({
    status,
    priority: pick(dice, priorities),
    sentiment: pick(dice, sentiments),
    category: pick(dice, ['technical', 'billing', 'general']),
    source: pick(dice, caseSources),
    language: pick(dice, ['en', 'de']),
    assignee: dice.chance(0.3) ? null : pick(dice, ['ana', 'jonas']),
    team: dice.chance(0.3) ? null : pick(dice, ['property', 'product']),
    tags: some(dice, ['vip', 'leak']),
    createdAt: new Date(createdMs).toISOString(),
    firstResponseAt: dice.chance(0.7) ? later() : null,
    resolvedAt: ended && dice.chance(0.8) ? later() : null,
    closedAt: status === 'closed' ? later() : null,
    reopenedAt: dice.chance(0.2) ? later() : null,
    satisfaction: ended && dice.chance(0.6) ? aSatisfaction(dice, later(), later()) : null,
  });
}

/** As a page would send it, `me` and `none` and repeated fields included. */
function randomQuery(dice: Dice): CaseFilterQuery {
  const query: Record<string, unknown> = { zone: pick(dice, zones) };
  const maybe = (name: string, value: () => unknown) => {
    if (dice.chance(0.25)) query[name] = value();
  };
  maybe('status', () => some(dice, caseStatuses));
  maybe('priority', () => some(dice, priorities));
  maybe('category', () => some(dice, ['technical', 'billing']));
  maybe('sentiment', () => some(dice, sentiments));
  maybe('assignee', () => some(dice, ['me', 'none', 'jonas']));
  maybe('team', () => some(dice, ['none', 'property']));
  maybe('tag', () => some(dice, ['vip']));
  maybe('sla', () => some(dice, ['ok', 'at_risk', 'breached', 'none']));
  maybe('language', () => ['de']);
  maybe('createdFrom', () => instant(dice));
  maybe('createdTo', () => instant(dice));
  maybe('resolvedTo', () => instant(dice));
  maybe('promise', () => ['met']);
  maybe('rating', () => some(dice, ['1', '3', '5']));
  maybe('ratedFrom', () => instant(dice));
  maybe('askedTo', () => instant(dice));
  return CaseFilterQuery.parse(
    Object.fromEntries(Object.entries(query).filter(([, v]) => !Array.isArray(v) || v.length)),
  );
}

/** How many cases a figure speaks of. */
function countOf(metric: CountedMetric, figures: Figures): number {
  if (metric === 'firstResponseMinutes' || metric === 'resolutionMinutes' || metric === 'backlogAge')
    return figures[metric].n;
  // A share is told of with the cases that it is the share of; the others have simply stayed resolved.
  if (metric === 'reopenPercent') return figures.reopened;
  if (metric === 'csatPercent') return figures.csatRated;
  if (metric === 'csatResponsePercent') return figures.csatAsked;
  return metric === 'slaMetPercent' ? figures.slaMet + figures.slaMissed : figures[metric];
}

const counted = Object.keys(metrics).filter((name): name is CountedMetric => name !== 'backlog');

describe('Behind every figure lies a list of as many cases', function () {
  this.timeout(60_000);
  const dice = createDice(2_026);
  const index = new MemoryCaseIndex(clock);
  for (let i = 0; i < 3_000; i++) index.put({ value: randomCase(dice), etag: '1' });
  let lists = 0;
  let cases = 0;

  async function check(query: CaseFilterQuery, behind: Behind, expected: number): Promise<void> {
    const list = casesBehind(query, me, behind);
    // What a page sends must be what the API reads.
    const sent = list === null ? null : CaseFilterQuery.parse(JSON.parse(JSON.stringify(list)));
    const total = sent === null ? 0 : (await index.find(filterFrom(sent, me), byNumber, { limit: 1 })).total;
    assert.equal(total, expected, JSON.stringify({ query, behind, list }));
    lists += 1;
    cases += total;
  }
  const byNumber = { key: 'number', descending: false } as const;

  async function checkAll(query: CaseFilterQuery, period: Period): Promise<void> {
    const filter = filterFrom(query, me);
    const span = { from: new Date(period.fromMs).toISOString(), to: new Date(period.toMs).toISOString() };
    const board = await index.dashboard(filter, period);
    for (const metric of counted) await check(query, { metric, ...span }, countOf(metric, board));
    const by = pick(dice, groupings);
    for (const row of await index.performance(filter, period, by)) {
      const metric = pick(dice, counted);
      await check(query, { metric, ...span, group: { by, key: row.key } }, countOf(metric, row));
    }
    const [hour, weekday] = [dice.below(24), dice.below(7)];
    const cell = { metric: 'created' as const, ...span, hour: { weekday, hour } };
    await check(query, cell, board.heat[weekday]?.[hour] ?? -1);
    const [all] = await index.trends(filter, period);
    const at = dice.below(period.starts.length);
    const end = period.starts[at + 1] ?? period.toMs;
    const part = { from: new Date(period.starts[at] ?? 0).toISOString(), to: new Date(end).toISOString() };
    const point = all?.points[at];
    await check(query, { metric: 'created', ...part }, point?.created ?? -1);
    await check(query, { metric: 'resolved', ...part }, point?.resolved ?? -1);
  }

  it('for random filters, periods and time zones', async () => {
    for (let round = 0; round < 250; round++) {
      const query = randomQuery(dice);
      const toMs = nowMs - (dice.chance(0.5) ? 0 : dice.below(10 * dayMs));
      const from = new Date(toMs - 3_600_000 - dice.below(25 * dayMs)).toISOString();
      await checkAll(query, periodOf({ from, to: new Date(toMs).toISOString(), zone: query.zone }, nowMs));
    }
    assert.ok(lists > 3_000 && cases > 100_000, `${lists} lists of ${cases} cases`);
  });

  it('and none where no case can fit', () => {
    const span = { from: '2026-11-01T00:00:00.000Z', to: '2026-11-24T00:00:00.000Z' };
    assert.equal(casesBehind({ status: ['closed'] }, me, { metric: 'open', ...span }), null);
    assert.equal(casesBehind({ assignee: ['me'] }, me, { metric: 'unassigned', ...span }), null);
  });
});

describe('Days and hours of the week', () => {
  it('are those of the zone asked for, over a change of the clocks', () => {
    const starts = (zone: string) =>
      periodOf({ from: '2026-10-24T12:00:00Z', to: '2026-10-27T00:00:00Z', interval: 'day', zone }, nowMs).starts.map(
        (ms) => new Date(ms).toISOString().slice(5, 16),
      );
    assert.deepEqual(starts('Europe/Berlin'), ['10-24T12:00', '10-24T22:00', '10-25T23:00', '10-26T23:00']);
    assert.deepEqual(starts('Asia/Kolkata'), ['10-24T12:00', '10-24T19:00', '10-25T19:00', '10-26T19:00']);
  });

  it('put a case that came on Monday at 23:30 UTC on Tuesday in Berlin', async () => {
    const index = new MemoryCaseIndex(clock);
    index.put({ value: aCase({ createdAt: '2026-11-23T23:30:00.000Z' }), etag: '1' });
    const { heat } = await index.dashboard({}, periodOf({ zone: 'Europe/Berlin' }, nowMs));
    assert.equal(heat[1]?.[0], 1);
  });
});
