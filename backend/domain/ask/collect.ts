import type { Interval } from '../analytics/period.ts';
import { type CaseGrouping, type MetricName, type Priority, priorities } from '../vocabulary.ts';
import type { AskFilter, Named } from './ask-query.ts';
import type { Heard } from './hear-question.ts';
import type { AskPeriod } from './periods.ts';

/** What a question says, sorted by what it is for. */
export interface Collected {
  metrics: Set<MetricName>;
  filter: AskFilter;
  by: Set<CaseGrouping>;
  interval: Interval | undefined;
  trend: boolean;
  who: boolean;
  order: 'most' | 'least' | undefined;
  speed: 'most' | 'least' | undefined;
  top: number | undefined;
  statistic: 'median' | 'p90' | undefined;
  mean: boolean;
  due: boolean;
  count: boolean;
  share: boolean;
  duration: boolean;
  periods: AskPeriod[];
  /** What stands in the way of an answer. */
  faults: Fault[];
}

export type Fault =
  | { kind: 'unknown'; text: string }
  | { kind: 'several-names'; text: string; named: Named[] }
  | { kind: 'left-out'; text: string }
  | { kind: 'counts-others'; text: string }
  | { kind: 'opened-by'; named: Named }
  | { kind: 'tag-missing' }
  | { kind: 'two-statistics' }
  | { kind: 'number'; text: string };

export function collect(heard: Heard[]): Collected {
  const sum: Collected = {
    metrics: new Set(),
    filter: {},
    by: new Set(),
    interval: undefined,
    trend: false,
    who: false,
    order: undefined,
    speed: undefined,
    top: undefined,
    statistic: undefined,
    mean: false,
    due: false,
    count: false,
    share: false,
    duration: false,
    periods: [],
    faults: [],
  };
  for (let at = 0; at < heard.length; at += 1) at += take(sum, heard, at);
  return sum;
}

/** Takes what stands at a place; answers how many more places it used. */
function take(sum: Collected, heard: Heard[], at: number): number {
  const one = heard[at] as Heard;
  switch (one.kind) {
    case 'unknown':
      sum.faults.push({ kind: 'unknown', text: one.text });
      return 0;
    case 'number':
      sum.faults.push({ kind: 'number', text: one.text });
      return 0;
    case 'period':
      sum.periods.push(one.period);
      return 0;
    case 'filter':
      merge(sum.filter, one.filter);
      return 0;
    case 'named':
      takeNamed(sum, one, heard, at);
      return 0;
    case 'meaning':
      return takeMeaning(sum, heard, at);
  }
}

const kindsOfFields: Record<string, Named['kind']> = { assignee: 'person', team: 'team', category: 'category' };

function takeNamed(sum: Collected, { named, text }: Extract<Heard, { kind: 'named' }>, heard: Heard[], at: number) {
  const [only] = named;
  // "team North" and "category billing" say which of several they mean.
  const wanted = kindsOfFields[fieldAt(heard, at - 1) ?? ''];
  const fitting = named.length > 1 && wanted !== undefined ? named.filter(({ kind }) => kind === wanted) : named;
  if (fitting.length > 1 || only === undefined) {
    sum.faults.push({ kind: 'several-names', text, named });
    return;
  }
  const found = fitting[0] ?? only;
  const keys = [found.key, ...(found.with ?? [])];
  if (found.kind === 'person') {
    if (meaningAt(heard, at - 1)?.kind === 'by' || /^(?:by|von)$/.test(heard[at - 1]?.text ?? '')) {
      const before = meaningAt(heard, at - 2);
      if (before?.kind === 'metric' && before.metric === 'created')
        sum.faults.push({ kind: 'opened-by', named: found });
    }
    merge(sum.filter, { assignee: keys });
  } else merge(sum.filter, found.kind === 'team' ? { team: keys } : { category: keys });
}

function takeMeaning(sum: Collected, heard: Heard[], at: number): number {
  const one = heard[at];
  if (one?.kind !== 'meaning') return 0;
  const { meaning } = one;
  switch (meaning.kind) {
    case 'metric':
      sum.metrics.add(meaning.metric);
      return 0;
    case 'filter':
      merge(sum.filter, meaning.filter);
      return 0;
    case 'field': {
      const chosen = meaning.plural || ['by', 'which', 'top', 'order'].includes(meaningAt(heard, at - 1)?.kind ?? '');
      const named = !chosen && (isValue(heard[at - 1]) || isValue(heard[at + 1]));
      if (meaning.plural && meaningAt(heard, at - 1)?.kind === 'count') {
        sum.faults.push({ kind: 'counts-others', text: one.text });
      }
      if (!named) sum.by.add(meaning.by);
      return 0;
    }
    case 'stretch': {
      // "over a week" is an age, not a column for each week.
      const adverb = /ly$|lich/.test(one.text);
      const asked = ['by', 'which', 'order', 'top'].includes(meaningAt(heard, at - 1)?.kind ?? '');
      if (adverb || asked) sum.interval = meaning.interval;
      else sum.faults.push({ kind: 'unknown', text: one.text });
      return 0;
    }
    case 'trend':
      sum.trend = true;
      return 0;
    case 'who':
      sum.who = true;
      return 0;
    case 'order':
      sum.order = meaning.order;
      return 0;
    case 'speed':
      sum.speed = meaning.order;
      return 0;
    case 'top': {
      const number = heard[at + 1];
      sum.order ??= 'most';
      const count = number?.kind === 'number' ? number.value : undefined;
      if (count === undefined || count < 1) return 0;
      sum.top = count;
      return 1;
    }
    case 'statistic':
      if (sum.statistic !== undefined && sum.statistic !== meaning.statistic)
        sum.faults.push({ kind: 'two-statistics' });
      sum.statistic = meaning.statistic;
      return 0;
    case 'mean':
      sum.mean = true;
      return 0;
    case 'due':
      sum.due = true;
      return 0;
    case 'count':
      sum.count = true;
      return 0;
    case 'share':
      sum.share = true;
      return 0;
    case 'duration':
      sum.duration = true;
      return 0;
    case 'not':
      sum.faults.push({ kind: 'left-out', text: one.text });
      return 0;
    case 'tag':
      return takeTag(sum, heard[at + 1]);
    case 'andAbove':
      sum.filter.priority = sum.filter.priority && andAbove(sum.filter.priority);
      return takeAtLeast(sum, heard, at);
    case 'by':
    case 'which':
    case 'nothing':
      return 0;
  }
}

function takeTag(sum: Collected, next: Heard | undefined): number {
  if (next === undefined || next.kind === 'period') {
    sum.faults.push({ kind: 'tag-missing' });
    return 0;
  }
  merge(sum.filter, { tag: [next.text] });
  return 1;
}

/** "at least high": the priority comes after. */
function takeAtLeast(sum: Collected, heard: Heard[], at: number): number {
  const next = meaningAt(heard, at + 1);
  if (next?.kind !== 'filter' || next.filter.priority === undefined) return 0;
  merge(sum.filter, { priority: andAbove(next.filter.priority) });
  return 1;
}

function andAbove(chosen: Priority[]): Priority[] {
  const lowest = Math.max(...chosen.map((one) => priorities.indexOf(one)));
  return priorities.slice(0, lowest + 1);
}

function merge(into: AskFilter, more: AskFilter): void {
  for (const [name, value] of Object.entries(more)) {
    const known = into[name as keyof AskFilter];
    const lists = Array.isArray(known) && Array.isArray(value);
    Object.assign(into, { [name]: lists ? [...new Set([...known, ...value])] : value });
  }
}

function meaningAt(heard: Heard[], at: number) {
  const one = heard[at];
  return one?.kind === 'meaning' ? one.meaning : undefined;
}

function fieldAt(heard: Heard[], at: number): CaseGrouping | undefined {
  const meaning = meaningAt(heard, at);
  return meaning?.kind === 'field' ? meaning.by : undefined;
}

/** A field beside its own value names it, and asks for no table. */
function isValue(one: Heard | undefined): boolean {
  return one?.kind === 'named' || (one?.kind === 'meaning' && one.meaning.kind === 'filter');
}
