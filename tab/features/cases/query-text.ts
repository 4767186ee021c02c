import { type Filter, priorities, statuses } from './filter.ts';

type Narrowing = Pick<Filter, 'status' | 'priority' | 'category' | 'assignee' | 'q'>;

/** The filter as one line of text: `status:new,in_progress priority:high roof leak`. */
export function formatQueryText(filter: Narrowing): string {
  const parts = (['status', 'priority', 'category', 'assignee'] as const)
    .filter((name) => filter[name].length > 0)
    .map((name) => `${name}:${filter[name].join(',')}`);
  return [...parts, filter.q].filter((part) => part !== '').join(' ');
}

/** Reads that line back. Words that are no filter are searched for; values nobody knows are searched for as well. */
export function parseQueryText(text: string): Narrowing {
  const result: Narrowing = { status: [], priority: [], category: [], assignee: [], q: '' };
  const rest: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (!takeFilter(result, word)) rest.push(word);
  }
  return { ...result, q: rest.join(' ') };
}

function takeFilter(into: Narrowing, word: string): boolean {
  const colon = word.indexOf(':');
  if (colon < 1) return false;
  const name = word.slice(0, colon).toLowerCase();
  const values = word
    .slice(colon + 1)
    .split(',')
    .filter((value) => value !== '');
  if (values.length === 0) return false;
  if (name === 'status') return takeKnown(into.status, statuses, values);
  if (name === 'priority') return takeKnown(into.priority, priorities, values);
  if (name !== 'category' && name !== 'assignee') return false;
  into[name].push(...values);
  return true;
}

function takeKnown<T extends string>(into: T[], all: readonly T[], values: string[]): boolean {
  const found = all.filter((key) => values.includes(key));
  if (found.length !== values.length) return false;
  into.push(...found);
  return true;
}
