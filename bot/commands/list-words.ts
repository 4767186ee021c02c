import { categoryWord, priorityWords, statusWords } from '../../backend/contracts/words.ts';
import {
  type CaseStatus,
  caseStatuses,
  endedStatuses,
  pausedStatuses,
  priorities,
  shippedCategories,
} from '../../backend/domain/vocabulary.ts';
import { dayOf } from '../../backend/domain/workflow/zoned-time.ts';
import type { CaseFilter } from '../../backend/ports/case-index.ts';
import { nearest } from './nearness.ts';
import { keyOf, tokensOf } from './tokens.ts';
import { priorityNames, statusNames } from './word-lists.ts';

export interface WordedList {
  filter: CaseFilter;
  heading: string;
}

/** What words may name besides the fixed ones, and for whom and when they are read. */
export interface ListContext {
  agentId: string;
  nowMs: number;
  /** IANA name. */
  zone: string;
  categories: { key: string; name: string }[];
  teams: { id: string; name: string }[];
  agents: { id: string; name: string }[];
}

interface Narrowing {
  filter: (context: ListContext) => CaseFilter;
  says: string;
}

const open = caseStatuses.filter((status) => !endedStatuses.includes(status));
const longestWords = 200;
const longestPhrase = 4;

const of = (filter: CaseFilter, says: string): Narrowing => ({ filter: () => filter, says });
const today = ({ nowMs, zone }: ListContext) => dayOf(nowMs, zone);
const iso = (ms: number) => new Date(ms).toISOString();
const mine: Narrowing = { filter: ({ agentId }) => ({ assignee: [agentId] }), says: 'yours' };
const unassigned = of({ assignee: [null] }, 'unassigned');
const overdue = of({ sla: ['breached'] }, 'overdue');
const atRisk = of({ sla: ['at_risk'] }, 'at risk');
const angry = of({ sentiment: ['frustrated'] }, 'frustrated');
const unhappy = of({ sentiment: ['frustrated', 'negative'] }, 'unhappy');
const nothing = of({}, '');

/** Phrases that narrow a list; any other word is searched for. */
const narrowing: Record<string, Narrowing> = {
  ...named(['mine', 'my', 'assigned to me', 'of mine', 'meine'], mine),
  ...named(['unassigned', 'nobody', 'without owner', 'free', 'unowned', 'no owner'], unassigned),
  ...named(['overdue', 'late', 'breached', 'past due', 'missed', 'uberfallig', 'uberfallige'], overdue),
  ...named(['at risk', 'risk', 'risky', 'in danger', 'gefahrdet'], atRisk),
  ...named(['angry', 'frustrated', 'furious', 'upset', 'mad'], angry),
  ...named(['negative', 'unhappy', 'sad'], unhappy),
  ...named(
    ['open', 'all', 'cases', 'tickets', 'the', 'that are', 'which are', 'with', 'priority', 'and', 'in', 'offene'],
    nothing,
  ),
  ...named(['waiting', 'paused', 'on hold'], of({ status: [...pausedStatuses] }, 'waiting')),
  ...named(['due today', 'today due'], {
    filter: (context) => ({ dueBefore: iso(today(context).to) }),
    says: 'due today',
  }),
  ...named(['today', 'from today', 'new today', 'heute'], {
    filter: (context) => ({ createdFrom: iso(today(context).from) }),
    says: 'opened today',
  }),
  ...named(['yesterday', 'from yesterday', 'gestern'], {
    filter: (context) => {
      const { from } = today(context);
      return { createdFrom: iso(dayOf(from - 1, context.zone).from), createdTo: iso(from) };
    },
    says: 'opened yesterday',
  }),
  ...named(['this week', 'last 7 days'], {
    filter: ({ nowMs }) => ({ createdFrom: iso(nowMs - 7 * 86_400_000) }),
    says: 'of the last 7 days',
  }),
  ...Object.fromEntries(
    Object.entries(statusNames)
      .filter(([name]) => name !== 'open')
      .map(([name, status]) => [name, of({ status: [status] }, statusWords[status].toLowerCase())]),
  ),
  ...Object.fromEntries(
    Object.entries(priorityNames).map(([name, priority]) => [
      name,
      of({ priority: [priority] }, priorityWords[priority].toLowerCase()),
    ]),
  ),
  ...Object.fromEntries(
    shippedCategories.map((key) => [
      key.replaceAll('_', ' '),
      of({ category: [key] }, categoryWord(key).toLowerCase()),
    ]),
  ),
};
const wordsInside = new Set(Object.keys(narrowing).flatMap((phrase) => phrase.split(' ')));
/** A typing error in one of these is plain; of others it may as well be a word to search for. */
const mayBeMistyped = [...priorities, 'unassigned', 'overdue', 'frustrated', ...shippedCategories];

/** Whether a word alone or in a phrase narrows a list. */
export function isListWord(key: string): boolean {
  return wordsInside.has(key) || nearest(key, mayBeMistyped) !== undefined;
}

/** The open cases that `words` ask for. Several words for the same field are any of them. */
export function wordedList(words: string, context: ListContext): WordedList {
  const tokens = tokensOf(words.slice(0, longestWords));
  const own = ownNames(context);
  const filters: CaseFilter[] = [];
  const says: string[] = [];
  const searched: string[] = [];
  for (let i = 0; i < tokens.length; ) {
    const length = [4, 3, 2, 1].find(
      (n) => n <= longestPhrase && lookUp(keys(tokens.slice(i, i + n)), own) !== undefined && i + n <= tokens.length,
    );
    const found = length === undefined ? undefined : lookUp(keys(tokens.slice(i, i + length)), own);
    if (found === undefined) searched.push(tokens[i]?.raw ?? '');
    else {
      filters.push(found.filter(context));
      if (found.says !== '') says.push(found.says);
    }
    i += length ?? 1;
  }
  says.push(...searched.map((word) => `“${word}”`));
  const filter = filters.reduce<CaseFilter>(both, {});
  return {
    filter: { status: open, ...filter, ...(searched.length > 0 && { q: searched.join(' ') }) },
    heading:
      says.length === 0 ? 'Open cases' : `${endedOnly(filter.status) ? 'Cases' : 'Open cases'}: ${says.join(', ')}`,
  };
}

function lookUp(phrase: string, own: Record<string, Narrowing>): Narrowing | undefined {
  if (Object.hasOwn(own, phrase)) return own[phrase];
  if (Object.hasOwn(narrowing, phrase)) return narrowing[phrase];
  const near = phrase.includes(' ') ? undefined : nearest(phrase, mayBeMistyped);
  return near === undefined ? undefined : narrowing[near];
}

/** What this company calls its categories, teams and people. */
function ownNames({ categories, teams, agents }: ListContext): Record<string, Narrowing> {
  return Object.fromEntries([
    ...agents.map(({ id, name }) => [keyOfName(name), of({ assignee: [id] }, `of ${name}`)] as const),
    ...teams.flatMap((team) =>
      [keyOfName(team.name), keyOfName(team.id)].map(
        (key) => [key, of({ team: [team.id] }, `team ${team.name}`)] as const,
      ),
    ),
    ...categories.flatMap((one) =>
      [keyOfName(one.name), keyOfName(one.key)].map(
        (key) => [key, of({ category: [one.key] }, one.name.toLowerCase())] as const,
      ),
    ),
  ]);
}

function keyOfName(name: string): string {
  return keys(tokensOf(name));
}

function keys(tokens: readonly { key: string }[]): string {
  return tokens.map(({ key }) => key).join(' ');
}

function both(a: CaseFilter, b: CaseFilter): CaseFilter {
  const joined: Record<string, unknown> = { ...a };
  for (const [field, value] of Object.entries(b)) {
    const before = joined[field];
    joined[field] = Array.isArray(before) && Array.isArray(value) ? [...new Set([...before, ...value])] : value;
  }
  return joined as CaseFilter;
}

function endedOnly(status: CaseStatus[] | undefined): boolean {
  return status?.every((one) => endedStatuses.includes(one)) ?? false;
}

function named(phrases: string[], what: Narrowing): Record<string, Narrowing> {
  return Object.fromEntries(phrases.map((phrase) => [phrase.split(' ').map(keyOf).join(' '), what]));
}
