import type { SupportCase, Versioned } from '../domain/case/case.ts';
import { type Standing, stateAt } from '../domain/sla/clocks.ts';
import type { CaseFilter } from '../ports/case-index.ts';

/** What the index keeps of a case: the case, and what would be costly to work out for each question. */
export interface Indexed {
  item: Versioned<SupportCase>;
  /** It changes with the case alone, not with time. */
  standing: Standing;
}

type Test = (one: Indexed) => boolean;

/** One test for a whole filter. Built once a query; only the given restrictions cost anything. */
export function caseTest(filter: CaseFilter, nowMs: number): Test {
  const tests: Test[] = [];
  const anyOf = <T>(wanted: T[] | undefined, read: (value: SupportCase) => T) => {
    if (wanted === undefined || wanted.length === 0) return;
    const set = new Set(wanted);
    tests.push(({ item }) => set.has(read(item.value)));
  };
  anyOf(filter.status, (v) => v.status);
  anyOf(filter.priority, (v) => v.priority);
  anyOf(filter.category, (v) => v.category);
  anyOf(filter.sentiment, (v) => v.sentiment);
  anyOf(filter.assignee, (v) => v.assignee);
  anyOf<string | null>(filter.team, (v) => v.team);
  anyOf(filter.source, (v) => v.source);
  anyOf(
    filter.customer?.map((email) => email.toLowerCase()),
    (v) => v.customer.email.toLowerCase(),
  );
  const states = new Set(filter.sla);
  if (states.size > 0) tests.push(({ standing }) => states.has(stateAt(standing, nowMs)));
  if (filter.tag?.length) tests.push(({ item }) => filter.tag?.some((tag) => item.value.tags.includes(tag)) ?? true);
  between(tests, (v) => v.createdAt, filter.createdFrom, filter.createdTo);
  between(tests, (v) => v.updatedAt, filter.updatedFrom, filter.updatedTo);
  if (filter.dueBefore !== undefined) tests.push(dueBefore(filter.dueBefore));
  if (filter.q?.trim()) tests.push(wordsTest(filter.q));
  return (one) => tests.every((test) => test(one));
}

/** From inclusive, to exclusive. */
function between(tests: Test[], read: (value: SupportCase) => string, from?: string, to?: string): void {
  const start = from === undefined ? undefined : utc(from);
  const end = to === undefined ? undefined : utc(to);
  if (start !== undefined) tests.push(({ item }) => read(item.value) >= start);
  if (end !== undefined) tests.push(({ item }) => read(item.value) < end);
}

function dueBefore(instant: string): Test {
  const before = Date.parse(instant);
  return ({ standing }) => standing.dueMs < before;
}

function utc(instant: string): string {
  return new Date(instant).toISOString();
}

function wordsTest(q: string): Test {
  const words = fold(q).split(/\s+/).filter(Boolean);
  return ({ item: { value } }) => {
    const text = fold(
      [value.number, value.subject, value.summary, value.customer.email, value.customer.name, ...value.tags].join('\n'),
    );
    return words.every((word) => text.includes(word));
  };
}

/** Without case and accents, so that "muller" finds "Müller". */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
