import { weekHourOf } from '../domain/analytics/local-hour.ts';
import type { Period } from '../domain/analytics/period.ts';
import { endedStatuses } from '../domain/vocabulary.ts';
import type { DashboardFigures, Grouping, Spread } from '../ports/case-figures.ts';
import { Bits } from './bits.ts';
import type { CaseColumns, CodedFieldName } from './case-columns.ts';
import { percent } from './content.ts';
import { Flow } from './flow.ts';
import { inSlices } from './in-slices.ts';
import { type CaseTables, matchingRows } from './matching-rows.ts';
import { Minutes } from './minutes.ts';
import { type PeriodSums, sumOf } from './period-sums.ts';
import { Tally } from './tally.ts';

const hourMs = 3_600_000;
const dayHours = 24;
const weekDays = 7;
/** Each row takes a tenth of a microsecond, or two. */
const rowsInSlice = 32_768;

export async function dashboardOf(
  tables: CaseTables,
  rows: Bits,
  period: Period,
  nowMs: number,
): Promise<DashboardFigures> {
  const { columns } = tables;
  const sums = await sumOf(columns, rows, period);
  const open = openOf(columns, rows);
  const { created, ended, met, missed } = sums;
  return {
    ...nowOf(columns, rows, open, pressingOf(tables, nowMs)),
    created: total(created),
    resolved: total(ended),
    firstResponseMinutes: sums.firstResponse.spread(),
    resolutionMinutes: sums.resolution.spread(),
    slaMetPercent: percent(met, missed),
    slaMet: met,
    slaMissed: missed,
    reopened: sums.reopened,
    reopenPercent: percent(sums.reopened, total(ended) + sums.stillOpen - sums.reopened),
    ...sums.content.figures(),
    byStatus: countsOf(columns, 'status', rows),
    byPriority: countsOf(columns, 'priority', rows),
    byCategory: countsOf(columns, 'category', rows),
    bySentiment: countsOf(columns, 'sentiment', rows),
    byAssignee: workOf(columns, 'assignee', open, sums.resolvedByAssignee),
    byTeam: workOf(columns, 'team', open, sums.resolvedByTeam),
    backlog: backlogOf(sums, period),
    heat: heatOf(created, sums.firstHour, period.zone),
  };
}

/** Open cases at the end of each interval; intervals begin on full hours. */
function backlogOf({ created, ended, openBefore, firstHour }: PeriodSums, { starts }: Period) {
  const hourOf = (ms: number) => Math.floor(ms / hourMs) - firstHour;
  let open = openBefore;
  let hour = 0;
  return starts.map((atMs, i) => {
    const next = starts[i + 1];
    const end = next === undefined ? created.length : hourOf(next);
    for (; hour < end; hour++) open += (created[hour] as number) - (ended[hour] as number);
    return { atMs, open };
  });
}

function heatOf(created: Uint32Array, firstHour: number, zone: string): number[][] {
  const heat = Array.from({ length: weekDays }, () => new Array<number>(dayHours).fill(0));
  for (const [i, n] of created.entries()) {
    if (n === 0) continue;
    const { weekday, hour } = weekHourOf((firstHour + i) * hourMs, zone);
    const day = heat[weekday];
    if (day !== undefined) (day[hour] as number) += n;
  }
  return heat;
}

function total(counts: Uint32Array): number {
  return counts.reduce((sum, n) => sum + n, 0);
}

export async function trendsOf({ columns }: CaseTables, rows: Bits, period: Period, by?: Grouping) {
  const flows = new Map<number, Flow>();
  if (by === undefined) flows.set(0, new Flow(period));
  await inSlices(rows, rowsInSlice, (from, to) => {
    const codes = by === undefined ? undefined : columns.coded[by].codes;
    const add = (row: number) => {
      const code = codes?.[row] ?? 0;
      const flow = flows.get(code) ?? new Flow(period);
      flows.set(code, flow);
      flow.add(columns, row);
    };
    rows.each(add, from, to);
  });
  const key = (code: number) => (by === undefined ? null : (columns.coded[by].words.values[code] ?? null));
  return [...flows].map(([code, flow]) => ({ key: key(code), points: flow.points() }));
}

export async function performanceOf(tables: CaseTables, rows: Bits, period: Period, by: Grouping, nowMs: number) {
  const { columns } = tables;
  const { words } = columns.coded[by];
  const groups = new Map<number, { tally: Tally; rows: Bits }>();
  await inSlices(rows, rowsInSlice, (from, to) => {
    const { codes } = columns.coded[by];
    const add = (row: number) => {
      const code = codes[row] as number;
      const group = groups.get(code) ?? { tally: new Tally(), rows: emptyLike(rows) };
      groups.set(code, group);
      group.tally.add(columns, row, period);
      group.rows.add(row);
    };
    rows.each(add, from, to);
  });
  const pressing = pressingOf(tables, nowMs);
  return [...groups].map(([code, group]) => ({
    key: words.values[code] ?? null,
    ...nowOf(columns, group.rows, openOf(columns, group.rows), pressing),
    ...group.tally.inPeriod(),
  }));
}

/** The cases whose clocks press at a moment, whoever has them. */
function pressingOf(tables: CaseTables, nowMs: number) {
  const inState = (state: 'at_risk' | 'breached') => matchingRows(tables, { sla: [state] }, nowMs);
  return { nowMs, atRisk: inState('at_risk'), breached: inState('breached') };
}

function nowOf(columns: CaseColumns, rows: Bits, open: Bits, pressing: ReturnType<typeof pressingOf>) {
  return {
    open: open.count(),
    new: countWord(columns, 'status', 'new', rows),
    unassigned: countWord(columns, 'assignee', null, open),
    atRisk: pressing.atRisk.countWith(open),
    breached: pressing.breached.countWith(open),
    backlogAge: ageOf(columns, open, pressing.nowMs),
  };
}

/** An empty set with as many words. */
function emptyLike({ words }: Bits): Bits {
  return new Bits(words.length << 5);
}

/** How long ago the open cases were opened. */
function ageOf({ numbers: { created } }: CaseColumns, open: Bits, nowMs: number): Spread {
  const ages = new Minutes();
  open.each((row) => ages.add(nowMs - (created[row] as number)));
  return ages.spread();
}

function openOf(columns: CaseColumns, rows: Bits): Bits {
  const open = emptyLike(rows);
  open.copyFrom(rows);
  for (const status of endedStatuses) {
    const ended = columns.coded.status.rowsOf(status);
    if (ended !== undefined) open.without(ended);
  }
  return open;
}

function countWord(columns: CaseColumns, name: CodedFieldName, word: string | null, rows: Bits): number {
  return columns.coded[name].rowsOf(word)?.countWith(rows) ?? 0;
}

function countsOf(columns: CaseColumns, name: CodedFieldName, rows: Bits): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [code, n] of columns.coded[name].countsIn(rows)) counts[columns.coded[name].words.values[code] ?? ''] = n;
  return counts;
}

function workOf(columns: CaseColumns, name: CodedFieldName, open: Bits, resolved: Uint32Array) {
  const field = columns.coded[name];
  const opens = field.countsIn(open);
  const work = field.words.values.map((key, code) => ({
    key,
    open: opens.get(code) ?? 0,
    resolved: resolved[code] ?? 0,
  }));
  return work.filter((one) => one.open > 0 || one.resolved > 0);
}
