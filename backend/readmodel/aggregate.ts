import type { Period } from '../domain/analytics/period.ts';
import { endedStatuses } from '../domain/vocabulary.ts';
import type { DashboardFigures, Grouping } from '../ports/case-figures.ts';
import { Bits } from './bits.ts';
import type { CaseColumns, CodedFieldName } from './case-columns.ts';
import { Flow } from './flow.ts';
import { type CaseTables, matchingRows } from './matching-rows.ts';
import { Tally } from './tally.ts';

const hourMs = 3_600_000;
const dayHours = 24;
const weekDays = 7;

export function dashboardOf(tables: CaseTables, rows: Bits, period: Period, nowMs: number): DashboardFigures {
  const { columns } = tables;
  const open = openOf(columns, rows);
  const tally = new Tally();
  const flow = new Flow(period);
  const heat = Array.from({ length: weekDays }, () => new Array<number>(dayHours).fill(0));
  const resolvedBy = { assignee: new Map<number, number>(), team: new Map<number, number>() };
  rows.each((row) => {
    tally.add(columns, row, period);
    flow.add(columns, row);
    warm(heat, columns.numbers.created[row] as number, period);
    const ended = columns.numbers.ended[row] as number;
    if (!(ended >= period.fromMs && ended < period.toMs)) return;
    count(resolvedBy.assignee, columns.coded.assignee.codes[row] as number);
    count(resolvedBy.team, columns.coded.team.codes[row] as number);
  });
  return {
    ...nowOf(tables, rows, open, nowMs),
    ...tally.inPeriod(),
    byStatus: countsOf(columns, 'status', rows),
    byPriority: countsOf(columns, 'priority', rows),
    byCategory: countsOf(columns, 'category', rows),
    bySentiment: countsOf(columns, 'sentiment', rows),
    byAssignee: workOf(columns, 'assignee', open, resolvedBy.assignee),
    byTeam: workOf(columns, 'team', open, resolvedBy.team),
    backlog: flow.points().map(({ atMs, open: left }) => ({ atMs, open: left })),
    heat,
  };
}

export function trendsOf({ columns }: CaseTables, rows: Bits, period: Period, by?: Grouping) {
  const flows = new Map<number, Flow>();
  const codes = by === undefined ? undefined : columns.coded[by].codes;
  if (codes === undefined) flows.set(0, new Flow(period));
  rows.each((row) => {
    const code = codes?.[row] ?? 0;
    const flow = flows.get(code) ?? new Flow(period);
    flows.set(code, flow);
    flow.add(columns, row);
  });
  const key = (code: number) => (by === undefined ? null : (columns.coded[by].words.values[code] ?? null));
  return [...flows].map(([code, flow]) => ({ key: key(code), points: flow.points() }));
}

export function performanceOf(tables: CaseTables, rows: Bits, period: Period, by: Grouping, nowMs: number) {
  const { columns } = tables;
  const { codes, words } = columns.coded[by];
  const groups = new Map<number, { tally: Tally; rows: Bits }>();
  rows.each((row) => {
    const code = codes[row] as number;
    const group = groups.get(code) ?? { tally: new Tally(), rows: new Bits(columns.capacity) };
    groups.set(code, group);
    group.tally.add(columns, row, period);
    group.rows.add(row);
  });
  return [...groups].map(([code, group]) => ({
    key: words.values[code] ?? null,
    ...nowOf(tables, group.rows, openOf(columns, group.rows), nowMs),
    ...group.tally.inPeriod(),
  }));
}

function nowOf({ columns, orders, customers }: CaseTables, rows: Bits, open: Bits, nowMs: number) {
  const inState = (state: 'at_risk' | 'breached') =>
    matchingRows({ columns, orders, customers }, { sla: [state] }, nowMs).countWith(open);
  return {
    open: open.count(),
    new: countWord(columns, 'status', 'new', rows),
    unassigned: countWord(columns, 'assignee', null, open),
    atRisk: inState('at_risk'),
    breached: inState('breached'),
  };
}

function openOf(columns: CaseColumns, rows: Bits): Bits {
  const open = new Bits(columns.capacity);
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

function workOf(columns: CaseColumns, name: CodedFieldName, open: Bits, resolved: Map<number, number>) {
  const field = columns.coded[name];
  const opens = field.countsIn(open);
  return [...new Set([...opens.keys(), ...resolved.keys()])].map((code) => ({
    key: field.words.values[code] ?? null,
    open: opens.get(code) ?? 0,
    resolved: resolved.get(code) ?? 0,
  }));
}

function warm(heat: number[][], atMs: number, { fromMs, toMs }: Period): void {
  if (atMs < fromMs || atMs >= toMs) return;
  const hours = Math.floor(atMs / hourMs);
  // The epoch began on a Thursday.
  const day = heat[(Math.floor(hours / dayHours) + 3) % weekDays];
  if (day !== undefined) (day[hours % dayHours] as number) += 1;
}

function count(counts: Map<number, number>, code: number): void {
  counts.set(code, (counts.get(code) ?? 0) + 1);
}
