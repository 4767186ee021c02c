import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { printPdf } from '../../../backend/adapters/pdf/pdf-printer.ts';
import { TableReports } from '../../../backend/adapters/store/table-reports.ts';
import { cryptoIds } from '../../../backend/adapters/system/ids.ts';
import { bindAnalytics } from '../../../backend/app/analytics/analytics-use-cases.ts';
import { bindReports } from '../../../backend/app/reports/report-use-cases.ts';
import type { Dashboard } from '../../../backend/contracts/analytics.ts';
import { groupings } from '../../../backend/contracts/analytics.ts';
import { ReportAnswer } from '../../../backend/contracts/report.ts';
import {
  caseStatuses,
  endedStatuses,
  priorities,
  type ReportMeasure,
  reportMeasures,
} from '../../../backend/domain/vocabulary.ts';
import { figureText } from '../../../backend/present/figure-text.ts';
import { MemoryCaseIndex } from '../../../backend/readmodel/case-index.ts';
import { createDice } from '../../../backend/seed/dice.ts';
import { aCase } from '../../builders/case.ts';
import { aSatisfaction } from '../../builders/satisfaction.ts';
import { MemoryTables } from '../../fakes/memory-tables.ts';
import { pdfText } from '../../support/pdf-text.ts';
import { clock, type Harness, startHarness } from './harness.ts';

const question = { measures: ['created', 'firstResponseMedian'], by: 'priority', period: '30d', zone: 'Europe/Berlin' };
const dayMs = 86_400_000;

describe('Reports over HTTP', function () {
  this.timeout(60_000);
  let harness: Harness;
  const dice = createDice(88);
  const index = new MemoryCaseIndex(clock);

  before(async () => {
    harness = await startHarness({ printReport: printPdf });
    const nowMs = clock.nowMs();
    for (let i = 0; i < 1_500; i++) index.put({ value: randomCase(nowMs), etag: '1' });
    Object.assign(
      harness.app,
      bindAnalytics({ figures: index, clock }),
      bindReports({
        reports: new TableReports(new MemoryTables()),
        figures: index,
        clock,
        ids: cryptoIds,
        directory: { agents: async () => [{ id: 'ana', name: 'Ana Ruiz', email: '', role: 'agent', team: null }] },
        settings: { read: (name) => harness.app.readSettings(name) },
      }),
    );
  });
  after(() => harness.close());

  function randomCase(nowMs: number) {
    const createdMs = nowMs - dice.below(70 * dayMs);
    const later = () => new Date(Math.min(nowMs, createdMs + dice.wait(2_000) * 60_000)).toISOString();
    const status = caseStatuses[dice.below(caseStatuses.length)] ?? 'new';
    const ended = endedStatuses.includes(status);
    return aCase({
      status,
      priority: priorities[dice.below(5)] ?? 'low',
      category: ['technical', 'billing'][dice.below(2)] ?? 'general',
      assignee: dice.chance(0.3) ? null : (['ana', 'agent-id'][dice.below(2)] ?? null),
      team: dice.chance(0.5) ? null : 'property',
      language: dice.chance(0.5) ? 'de' : 'en',
      createdAt: new Date(createdMs).toISOString(),
      firstResponseAt: dice.chance(0.7) ? later() : null,
      resolvedAt: ended && dice.chance(0.9) ? later() : null,
      closedAt: status === 'closed' ? later() : null,
      satisfaction: ended ? aSatisfaction(dice, later(), later()) : null,
    });
  }

  async function bytesOf(path: string, as: string, body: unknown): Promise<Uint8Array> {
    const answer = await fetch(harness.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${as}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    assert.equal(answer.status, 200);
    return new Uint8Array(await answer.arrayBuffer());
  }

  const csvCells = (bytes: Uint8Array) =>
    Buffer.from(bytes)
      .toString('utf8')
      .slice(1)
      .trim()
      .split('\r\n')
      .map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));
  /** Cells of the sheet, numbers as numbers. */
  function xlsxCells(bytes: Uint8Array): (string | number)[][] {
    const files = unzipSync(bytes);
    const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    const shared = [...part('xl/sharedStrings.xml').matchAll(/<si>.*?<t[^>]*>([^<]*)<\/t>/g)].map(
      ([, text = '']) => text,
    );
    return [...part('xl/worksheets/sheet1.xml').matchAll(/<row[^>]*>(.*?)<\/row>/g)].map(([, row = '']) =>
      [...row.matchAll(/<c [^>]*?(?:\/>|>(.*?)<\/c>)/g)].map(([cell, inner = '']) => {
        const value = /<v>([^<]*)<\/v>/.exec(inner)?.[1] ?? '';
        if (/t="s"/.test(cell)) return shared[Number(value)] ?? '';
        return value === '' ? (/<t[^>]*>([^<]*)<\/t>/.exec(inner)?.[1] ?? '') : Number(value);
      }),
    );
  }

  function fromDashboard(board: Dashboard, measure: ReportMeasure): number | null {
    const { firstResponseMinutes: first, resolutionMinutes: resolution } = board;
    const spreads: Partial<Record<ReportMeasure, number | null>> = {
      firstResponseMedian: first.median,
      firstResponseP90: first.p90,
      resolutionMedian: resolution.median,
      resolutionP90: resolution.p90,
      backlogAgeMedian: board.backlogAge.median,
      backlogAgeP90: board.backlogAge.p90,
    };
    return measure in spreads ? (spreads[measure] ?? null) : (board[measure as 'open'] ?? null);
  }

  it('give the same figures on the dashboard, as data, as CSV, as XLSX and as PDF, for random questions', async () => {
    for (let round = 0; round < 12; round++) {
      const measures = reportMeasures.filter(() => dice.chance(0.5)).slice(0, 7);
      if (measures.length === 0) continue;
      const by = groupings[dice.below(groupings.length)] ?? 'team';
      const filter = {
        ...(dice.chance(0.5) && { priority: priorities.filter(() => dice.chance(0.6)) }),
        ...(dice.chance(0.4) && { team: ['none', 'property'].filter(() => dice.chance(0.7)) }),
        ...(dice.chance(0.3) && { language: ['de'] }),
      };
      const asked = { measures, by, filter, period: dice.chance(0.5) ? '30d' : '7d', zone: 'Europe/Berlin' };
      const report = ReportAnswer.parse(
        (await harness.call('POST', '/api/reports/ask', { as: 'manager', body: asked })).json,
      );
      const params = new URLSearchParams({ from: report.from, to: report.to, zone: 'Europe/Berlin' });
      for (const [name, values] of Object.entries(filter)) if (values.length > 0) params.set(name, values.join(','));
      const board = (await harness.call('GET', `/api/analytics/dashboard?${params}`, { as: 'manager' }))
        .json as Dashboard;
      const expected = measures.map((measure) => fromDashboard(board, measure));
      assert.deepEqual(
        report.total.measured.map(({ value }) => value),
        expected,
        JSON.stringify(asked),
      );
      const table = [...report.lines, report.total].map((line) => line.measured.map(({ value }) => value));

      const body = { name: 'Figures', question: asked };
      const csv = csvCells(await bytesOf('/api/reports/file?format=csv', 'manager', body)).slice(1);
      assert.deepEqual(
        csv.map(([, ...cells]) => cells.map((cell) => (cell === '' ? null : Number(cell)))),
        table,
      );
      const xlsx = xlsxCells(await bytesOf('/api/reports/file?format=xlsx', 'manager', body)).slice(1);
      assert.deepEqual(
        xlsx.map(([, ...cells]) => cells.filter((cell) => cell !== '')),
        table.map((row) => row.filter((value) => value !== null)),
      );
      const words = pdfText(await bytesOf('/api/reports/file?format=pdf', 'manager', body)).replace(/\s+/g, '');
      const printed = report.total.measured.map(({ value }, at) =>
        figureText(value, report.columns[at]?.unit ?? 'cases'),
      );
      assert.ok(words.includes(`Allcases${printed.join('')}`.replace(/\s+/g, '')), `${printed.join(' ')} in ${words}`);
    }
  });

  it('add up over lines, and over time', async () => {
    const ask = async (by: string) =>
      ReportAnswer.parse(
        (
          await harness.call('POST', '/api/reports/ask', {
            as: 'manager',
            body: { ...question, measures: ['created', 'resolved'], by },
          })
        ).json,
      );
    for (const by of ['team', 'assignee', 'time']) {
      const { lines, total } = await ask(by);
      for (const at of [0, 1]) {
        const sum = lines.reduce((all, line) => all + (line.measured[at]?.value ?? 0), 0);
        assert.equal(sum, total.measured[at]?.value, by);
      }
    }
    const { lines } = await ask('assignee');
    assert.deepEqual(
      lines.map(({ name }) => name),
      ['agent-id', 'Ana Ruiz', 'none'],
    );
    assert.ok(lines.every(({ before }) => before?.length === 2));
  });

  it('show agents their own cases, whatever they ask', async () => {
    const { json } = await harness.call('POST', '/api/reports/ask', {
      body: { ...question, by: 'assignee', filter: { assignee: ['ana'] } },
    });
    assert.deepEqual(
      json.lines.map(({ key }: { key: string }) => key),
      ['agent-id'],
    );
  });

  it('are kept, shared, and changed under their version', async () => {
    const body = { name: 'Speed', question };
    const made = await harness.call('POST', '/api/reports', { body });
    assert.equal(made.status, 201);
    const path = `/api/reports/${made.json.id}`;
    assert.equal((await harness.call('GET', path, { as: 'manager' })).status, 404, 'a private one of somebody else');
    const version = { 'if-match': `"${made.json.etag}"` };
    const shared = await harness.call('PUT', path, { body: { ...body, shared: true }, headers: version });
    assert.equal(shared.status, 200);
    assert.equal((await harness.call('PUT', path, { body, headers: version })).status, 412);
    assert.equal((await harness.call('GET', '/api/reports', { as: 'manager' })).json.total, 1);
    const run = await harness.call('GET', `${path}/run`, { as: 'manager' });
    assert.equal(run.json.columns[1].name, 'First reply, median');
    const pdf = await fetch(`${harness.url}${path}/run?format=pdf`, { headers: { authorization: 'Bearer manager' } });
    assert.match(pdf.headers.get('content-disposition') ?? '', /filename="Speed-\d{4}-\d\d-\d\d\.pdf"/);
    assert.equal(Buffer.from(await pdf.arrayBuffer()).toString('latin1', 0, 5), '%PDF-');
  });

  it('refuse what makes no sense', async () => {
    const refused = async (part: object) => {
      const { status, json } = await harness.call('POST', '/api/reports/ask', {
        as: 'manager',
        body: { ...question, ...part },
      });
      assert.equal(status, 422, JSON.stringify(part));
      return JSON.stringify(json.errors);
    };
    assert.match(await refused({ measures: ['breached'], by: 'time' }), /how things stand now/);
    assert.match(await refused({ by: 'time', interval: 'hour' }), /more than 100 lines/);
    await refused({ measures: [] });
    await refused({ measures: ['created', 'created'] });
    await refused({ period: '2026-11-24..2026-11-01' });
    await refused({ zone: 'Mars/Olympus' });
    await refused({ filter: { status: ['burning'] } });
  });
});
