import type { Case } from '../../../backend/contracts/case.ts';
import { leadingClock } from '../../../backend/contracts/clock-words.ts';
import { priorities, type SortKey } from './filter.ts';
import { groupKeys, groupOf } from './groups.ts';

/** Where a newly arrived case belongs among those already shown; the server's order, repeated for one page. */
export function compareCases(sort: SortKey, nowMs: number): (a: Case, b: Case) => number {
  const sign = sort.startsWith('-') ? -1 : 1;
  const by = comparisons[sort.replace('-', '') as Exclude<SortKey, `-${string}`>];
  return (a, b) => sign * by(a, b, nowMs) || numberOf(a) - numberOf(b);
}

type Comparison = (a: Case, b: Case, nowMs: number) => number;

const comparisons: Record<Exclude<SortKey, `-${string}`>, Comparison> = {
  due: (a, b, nowMs) => rank(a, nowMs) - rank(b, nowMs) || dueOf(a).localeCompare(dueOf(b)),
  updated: (a, b) => a.updatedAt.localeCompare(b.updatedAt),
  created: (a, b) => a.createdAt.localeCompare(b.createdAt),
  /** How well a case fits is known to the server alone; what comes in since stands first. */
  relevance: () => -1,
  priority: (a, b) => priorities.indexOf(a.priority) - priorities.indexOf(b.priority),
  number: (a, b) => numberOf(a) - numberOf(b),
  customer: (a, b) => a.customer.name.localeCompare(b.customer.name),
};

function rank(value: Case, nowMs: number): number {
  return groupKeys.indexOf(groupOf(value, nowMs));
}

function dueOf(value: Case): string {
  return leadingClock(value.sla)?.clock.due ?? '';
}

function numberOf(value: Case): number {
  return Number(value.number.replace(/\D/g, ''));
}
