import {
  type ChoiceKey,
  choiceKeys,
  type Filter,
  filterOfView,
  fixedChoices,
  type PeriodKey,
  periodKeys,
} from './filter.ts';
import { dueBefore, periodStart } from './periods.ts';

export type Narrowing = Pick<Filter, ChoiceKey | PeriodKey | 'q'>;

/** Why a word of the query box means nothing: a filter without that value, or a period that is none. */
export interface QueryFault {
  kind: 'value' | 'period' | 'empty';
  name: ChoiceKey | PeriodKey;
  value: string;
}

/** The filter as one line of text: `status:new,in_progress priority:high roof leak`. */
export function formatQueryText(filter: Narrowing): string {
  const choices = choiceKeys
    .filter((name) => filter[name].length > 0)
    .map((name) => `${name}:${filter[name].map(quoted).join(',')}`);
  const periods = periodKeys.filter((name) => filter[name] !== '').map((name) => `${name}:${filter[name]}`);
  return [...choices, ...periods, filter.q].filter((part) => part !== '').join(' ');
}

/** Reads that line back. Words that are no filter are searched for; a filter that says nothing is a fault. */
export function parseQueryText(text: string): { filter: Narrowing; faults: QueryFault[] } {
  const filter: Narrowing = filterOfView('all');
  const faults: QueryFault[] = [];
  const rest: string[] = [];
  for (const word of wordsIn(text)) {
    const [, key = '', value = ''] = /^([a-z]+):(.*)$/i.exec(word) ?? [];
    const name = [...choiceKeys, ...periodKeys].find((each) => each === key.toLowerCase());
    if (name === undefined) rest.push(word);
    else faults.push(...take(filter, name, value));
  }
  return { filter: { ...filter, q: rest.join(' ') }, faults };
}

/** Splits at spaces that stand in no quotation marks. */
function wordsIn(text: string): string[] {
  return text.match(/(?:[^\s"]|"[^"]*"?)+/g) ?? [];
}

function take(into: Narrowing, name: ChoiceKey | PeriodKey, text: string): QueryFault[] {
  const values = (text.match(/"[^"]*"?|[^,]+/g) ?? []).map((each) => each.replaceAll('"', '')).filter(Boolean);
  if (values.length === 0) return [{ kind: 'empty', name, value: '' }];
  if (name === 'created' || name === 'updated' || name === 'due') return takePeriod(into, name, values.join(','));
  const fixed: readonly string[] | undefined = fixedChoices[name];
  const unknown = fixed === undefined ? [] : values.filter((value) => !fixed.includes(value.toLowerCase()));
  const known = values
    .filter((value) => !unknown.includes(value))
    .map((value) => (fixed ? value.toLowerCase() : value));
  const list: string[] = into[name];
  list.push(...known.filter((value) => !list.includes(value)));
  return unknown.map((value) => ({ kind: 'value', name, value }));
}

function takePeriod(into: Narrowing, name: PeriodKey, value: string): QueryFault[] {
  const understood = name === 'due' ? dueBefore(value, 0) : periodStart(value, 0);
  if (understood === null) return [{ kind: 'period', name, value }];
  into[name] = value;
  return [];
}

function quoted(value: string): string {
  return /[\s,]/.test(value) ? `"${value}"` : value;
}
