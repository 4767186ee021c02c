import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { printPdf } from '../../backend/adapters/pdf/pdf-printer.ts';
import { TableReports } from '../../backend/adapters/store/table-reports.ts';
import { cryptoIds } from '../../backend/adapters/system/ids.ts';
import { bindAnalytics } from '../../backend/app/analytics/analytics-use-cases.ts';
import { bindReports } from '../../backend/app/reports/report-use-cases.ts';
import { type CountedMetric, casesBehind } from '../../backend/contracts/drill-down.ts';
import { metrics } from '../../backend/contracts/metric-catalogue.ts';
import type { ReportAnswer } from '../../backend/contracts/report.ts';
import type { Actor } from '../../backend/domain/access/actor.ts';
import {
  caseStatuses,
  endedStatuses,
  priorities,
  type ReportMeasure,
  type SettingsName,
} from '../../backend/domain/vocabulary.ts';
import { filterFrom } from '../../backend/http/case-query.ts';
import { reportFile } from '../../backend/http/report-files.ts';
import type { Figures } from '../../backend/ports/case-figures.ts';
import { figureText } from '../../backend/present/figure-text.ts';
import { presentRun } from '../../backend/present/present-report.ts';
import { MemoryCaseIndex } from '../../backend/readmodel/case-index.ts';
import { createDice } from '../../backend/seed/dice.ts';
import { amount } from '../../bot/cards/instants.ts';
import { figuresCard } from '../../bot/figure-answers.ts';
import { aCase } from '../builders/case.ts';
import { aSatisfaction } from '../builders/satisfaction.ts';
import { createFakeApp } from '../fakes/fake-app.ts';
import { MemoryTables } from '../fakes/memory-tables.ts';
import { TestClock } from '../fakes/test-clock.ts';
import { pdfText } from '../support/pdf-text.ts';

const clock = new TestClock('2026-11-24T15:30:00.000Z');
const dayMs = 86_400_000;
const rounds = 250;
const actors: Actor[] = [
  { id: 'mei', name: 'Mei Lin', role: 'manager', surface: 'teams' },
  { id: 'ana', name: 'Ana Ruiz', role: 'agent', surface: 'teams' },
];
/** The measure of a report that is the bot's figure. */
const measureOf: { [M in CountedMetric]: ReportMeasure } = {
  ...{ open: 'open', new: 'new', unassigned: 'unassigned', atRisk: 'atRisk', breached: 'breached' },
  ...{ created: 'created', resolved: 'resolved', slaMetPercent: 'slaMetPercent' },
  ...{ firstResponseMinutes: 'firstResponseMedian', resolutionMinutes: 'resolutionMedian' },
  ...{ reopened: 'reopened', reopenPercent: 'reopenPercent', backlogAge: 'backlogAgeMedian' },
  ...{ csatPercent: 'csatPercent', csatResponsePercent: 'csatResponsePercent' },
};

describe('The figures that the bot tells', function () {
  this.timeout(240_000);
  const dice = createDice(4_711);

  function randomCase() {
    const createdMs = clock.nowMs() - dice.below(100 * dayMs);
    const later = () => new Date(Math.min(clock.nowMs(), createdMs + dice.wait(3_000) * 60_000)).toISOString();
    const status = caseStatuses[dice.below(caseStatuses.length)] ?? 'new';
    const ended = endedStatuses.includes(status);
    return aCase({
      status,
      priority: priorities[dice.below(5)] ?? 'low',
      assignee: dice.chance(0.4) ? null : 'ana',
      team: dice.chance(0.5) ? null : 'property',
      createdAt: new Date(createdMs).toISOString(),
      firstResponseAt: dice.chance(0.7) ? later() : null,
      resolvedAt: ended && dice.chance(0.9) ? later() : null,
      closedAt: status === 'closed' ? later() : null,
      satisfaction: ended && dice.chance(0.5) ? aSatisfaction(dice, later(), later()) : null,
    });
  }

  /** An app over some hundred made-up cases. */
  function anApp() {
    const index = new MemoryCaseIndex(clock);
    for (let n = dice.below(300); n >= 0; n--) index.put({ value: randomCase(), etag: '1' });
    const directory = { agents: async () => [] };
    const app = createFakeApp();
    const settings = { read: (name: SettingsName) => app.readSettings(name) };
    const deps = { figures: index, clock, ids: cryptoIds, directory, settings: settings as never };
    const lists = { listCases: async () => ({ items: [], total: 0 }) };
    const reports = bindReports({ ...deps, reports: new TableReports(new MemoryTables()) });
    return { index, app: Object.assign(app, bindAnalytics({ figures: index, clock }), reports, lists) };
  }

  /** What the card says, by metric. */
  function told(card: unknown): Map<string, string> {
    const body = (card as { body: { columns?: { items: { text: string }[] }[] }[] }).body;
    const byName = new Map<string, string>(Object.entries(metrics).map(([key, { name }]) => [name, key]));
    const columns = body.flatMap(({ columns: all }) => all ?? []);
    return new Map(
      columns.flatMap(({ items }) => {
        const key = byName.get(items[0]?.text ?? '');
        return key === undefined ? [] : [[key, items[1]?.text ?? ''] as const];
      }),
    );
  }

  function behind(metric: CountedMetric, figures: Figures): number {
    if (metric === 'firstResponseMinutes' || metric === 'resolutionMinutes' || metric === 'backlogAge')
      return figures[metric].n;
    if (metric === 'reopenPercent') return figures.reopened;
    if (metric === 'csatPercent') return figures.csatRated;
    if (metric === 'csatResponsePercent') return figures.csatAsked;
    return metric === 'slaMetPercent' ? figures.slaMet + figures.slaMissed : figures[metric];
  }

  /** A figure in the bot's words. */
  function spoken(value: number | null, unit: 'cases' | 'minutes' | 'percent'): string {
    if (value === null) return 'none yet';
    if (unit === 'minutes') return amount(value * 60_000, 'up');
    return unit === 'percent' ? `${value.toFixed(1)} %` : String(value);
  }

  const csvTotal = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8').trim().split('\r\n').at(-1)?.split(',');
  function xlsxTotal(bytes: Uint8Array): number[] {
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const last = [...sheet.matchAll(/<row[^>]*>(.*?)<\/row>/g)].at(-1)?.[1] ?? '';
    return [...last.matchAll(/<c (?![^>]*t=)[^>]*><v>([^<]*)<\/v>/g)].map(([, value]) => Number(value));
  }

  async function checkFiles(answer: ReportAnswer, withPdf: boolean): Promise<void> {
    const values = answer.total.measured.map(({ value }) => value);
    const csv = csvTotal(await reportFile('csv', 'Figures', answer, {}, printPdf)) ?? [];
    assert.deepEqual(
      csv.slice(1).map((cell) => (cell === '' ? null : Number(cell))),
      values,
    );
    const xlsx = xlsxTotal(await reportFile('xlsx', 'Figures', answer, {}, printPdf));
    assert.deepEqual(
      xlsx,
      values.filter((value) => value !== null),
    );
    if (!withPdf) return;
    const words = pdfText(await reportFile('pdf', 'Figures', answer, {}, printPdf)).replace(/\s+/g, '');
    const printed = values.map((value, at) => figureText(value, answer.columns[at]?.unit ?? 'cases'));
    assert.ok(words.includes(`Allcases${printed.join('')}`.replace(/\s+/g, '')), `${printed.join(' ')} in ${words}`);
  }

  it('are those of tile, list, report, CSV, XLSX and PDF, for random cases, periods and people', async () => {
    let figures = 0;
    for (let round = 0; round < rounds; round++) {
      const { app, index } = anApp();
      const actor = actors[dice.below(actors.length)] as Actor;
      const days = [1, 7, 30, 90][dice.below(4)] ?? 7;
      const toMs = clock.nowMs();
      const period = { says: 'then', from: new Date(toMs - days * dayMs).toISOString(), to: clock.now() };
      const deps = { app, clock, publicUrl: 'https://help.example', agentName: () => undefined } as never;
      const said = told(await figuresCard(deps, actor, period, { heading: 'Figures', zone: 'UTC' }));
      const board = (await app.dashboard(actor, {}, period)).figures;
      const names = [...said.keys()] as CountedMetric[];
      assert.ok(names.length >= 9);
      const measures = names.map((name) => measureOf[name]);
      const question = { measures, by: 'priority' as const, interval: null, filter: {}, zone: 'UTC' };
      const asked = { ...question, period: days === 1 ? '24h' : `${days}d`, clock: 'business' as const };
      const answer = presentRun(await app.askReport(actor, asked), asked, () => undefined);
      for (const [at, name] of names.entries()) {
        const value = answer.total.measured[at]?.value ?? null;
        assert.equal(said.get(name), spoken(value, metrics[name].unit), `${name} in round ${round}`);
        const list = casesBehind(actor.role === 'agent' ? { assignee: ['me'] } : {}, actor.id, {
          metric: name,
          ...period,
        });
        const sort = { key: 'number', descending: false } as const;
        const total = list === null ? 0 : (await index.find(filterFrom(list, actor.id), sort, { limit: 1 })).total;
        assert.equal(total, behind(name, board), `${name} in round ${round}`);
        figures += 1;
      }
      await checkFiles(answer, round % 10 === 0);
    }
    assert.ok(figures > rounds * 9, String(figures));
  });
});
