import type { Period } from '../domain/analytics/period.ts';
import { endedStatuses } from '../domain/vocabulary.ts';
import type { DashboardFigures, Figures, Grouping, TrendPoint } from '../ports/case-figures.ts';
import { Bits } from './bits.ts';
import { type CaseColumns, type CodedFieldName, verdicts } from './case-columns.ts';
import { type CaseTables, matchingRows } from './matching-rows.ts';
import { Minutes } from './minutes.ts';

const hourMs = 3_600_000;
const dayHours = 24;
const weekDays = 7;

/** What happened to some cases in a period, added up row by row. */
class Tally {
  created = 0;
  resolved = 0;
  met = 0;
  missed = 0;
  readonly firstResponse = new Minutes();
  readonly resolution = new Minutes();

  add({ numbers, verdict }: CaseColumns, row: number, { fromMs, toMs }: Period): void {
    const created = numbers.created[row] as number;
    const answered = numbers.firstResponse[row] as number;
    const ended = numbers.ended[row] as number;
    if (created >= fromMs && created < toMs) this.created += 1;
    if (answered >= fromMs && answered < toMs) this.firstResponse.add(answered - created);
    if (!(ended >= fromMs && ended < toMs)) return;
    this.resolved += 1;
    this.resolution.add(ended - created);
    if (verdict[row] === verdicts.met) this.met += 1;
    else if (verdict[row] === verdicts.missed) this.missed += 1;
  }

  inPeriod(): Pick<Figures, 'created' | 'resolved' | 'firstResponseMinutes' | 'resolutionMinutes' | 'slaMetPercent'> {
    return {
      created: this.created,
      resolved: this.resolved,
      firstResponseMinutes: this.firstResponse.spread(),
      resolutionMinutes: this.resolution.spread(),
      slaMetPercent: percent(this.met, this.missed),
    };
  }
}

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

/** Comings and goings by interval. */
class Flow {
  readonly #period: Period;
  readonly #intervalOfHour: Uint16Array;
  readonly #firstHour: number;
  readonly #created: Uint32Array;
  readonly #ended: Uint32Array;
  readonly #met: Uint32Array;
  readonly #missed: Uint32Array;
  #openBefore = 0;

  constructor(period: Period) {
    this.#period = period;
    this.#firstHour = Math.floor(period.fromMs / hourMs);
    this.#intervalOfHour = intervalsByHour(period, this.#firstHour);
    const { length } = period.starts;
    this.#created = new Uint32Array(length);
    this.#ended = new Uint32Array(length);
    this.#met = new Uint32Array(length);
    this.#missed = new Uint32Array(length);
  }

  add({ numbers, verdict }: CaseColumns, row: number): void {
    const { fromMs, toMs } = this.#period;
    const created = numbers.created[row] as number;
    const ended = numbers.ended[row] as number;
    if (created < fromMs) this.#openBefore += 1;
    else if (created < toMs) (this.#created[this.#intervalAt(created)] as number) += 1;
    if (ended < fromMs) this.#openBefore -= 1;
    else if (ended < toMs) {
      const at = this.#intervalAt(ended);
      (this.#ended[at] as number) += 1;
      if (verdict[row] === verdicts.met) (this.#met[at] as number) += 1;
      else if (verdict[row] === verdicts.missed) (this.#missed[at] as number) += 1;
    }
  }

  points(): TrendPoint[] {
    let open = this.#openBefore;
    return this.#period.starts.map((atMs, i) => {
      const [created, resolved] = [this.#created[i] as number, this.#ended[i] as number];
      open += created - resolved;
      return {
        atMs,
        created,
        resolved,
        open,
        slaMetPercent: percent(this.#met[i] as number, this.#missed[i] as number),
      };
    });
  }

  #intervalAt(ms: number): number {
    return this.#intervalOfHour[Math.floor(ms / hourMs) - this.#firstHour] as number;
  }
}

/** Intervals begin on full hours, so the hour tells the interval. */
function intervalsByHour({ starts, toMs }: Period, firstHour: number): Uint16Array {
  const table = new Uint16Array(Math.ceil(toMs / hourMs) - firstHour + 1);
  for (const [i, start] of starts.entries()) table.fill(i, Math.max(0, Math.floor(start / hourMs) - firstHour));
  return table;
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

function percent(met: number, missed: number): number | null {
  return met + missed === 0 ? null : Math.round((met / (met + missed)) * 1_000) / 10;
}
