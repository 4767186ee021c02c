import { priorityWords } from '../backend/contracts/words.ts';
import { caseStatuses, endedStatuses, type Priority, priorities } from '../backend/domain/vocabulary.ts';
import type { CaseFilter } from '../backend/ports/case-index.ts';

export interface WordedList {
  filter: CaseFilter;
  heading: string;
}

const open = caseStatuses.filter((status) => !endedStatuses.includes(status));
const longestWords = 200;

/** What a word narrows the list to, and how the heading says so; any other word is searched for. */
const narrowing: Record<string, { filter: (agentId: string) => CaseFilter; says: string }> = {
  mine: { filter: (agentId) => ({ assignee: [agentId] }), says: 'yours' },
  unassigned: { filter: () => ({ assignee: [null] }), says: 'unassigned' },
  overdue: { filter: () => ({ sla: ['breached'] }), says: 'overdue' },
  ...Object.fromEntries(
    priorities.map((priority: Priority) => [
      priority,
      { filter: () => ({ priority: [priority] }), says: priorityWords[priority].toLowerCase() },
    ]),
  ),
};

/** The open cases that `words` ask for, as `agentId` means them. */
export function wordedList(words: string, agentId: string): WordedList {
  const parts = words
    .slice(0, longestWords)
    .toLowerCase()
    .split(/\s+/u)
    .filter((part) => part !== '');
  const known = parts.flatMap((part) => (Object.hasOwn(narrowing, part) ? [narrowing[part]] : []));
  const searched = parts.filter((part) => !Object.hasOwn(narrowing, part));
  const filters = known.map((entry) => entry?.filter(agentId) ?? {});
  const says = [...known.map((entry) => entry?.says ?? ''), ...searched.map((part) => `“${part}”`)];
  return {
    filter: Object.assign({ status: open }, ...filters, searched.length > 0 ? { q: searched.join(' ') } : {}),
    heading: says.length === 0 ? 'Open cases' : `Open cases: ${says.join(', ')}`,
  };
}
