import {
  type CaseStatus,
  caseStatuses,
  endedStatuses,
  type ImportField,
  type Priority,
  priorities,
} from '../vocabulary.ts';
import { bare, type ImportMapping } from './guess-mapping.ts';
import type { ImportedCase, ImportedChange, ImportTerms } from './imported-case.ts';
import { readDate } from './read-date.ts';

export interface ReadRow {
  /** Number of the case of ours that the row names, in capitals. */
  number: string | null;
  /** Null for a row that makes no case. */
  value: ImportedCase | null;
  /** What it says of a case that is there. */
  change: ImportedChange;
  /** Why it cannot be imported, in sentences; empty where it can. */
  problems: string[];
}

const longest = { subject: 500, name: 200, externalId: 200, tag: 50, resolution: 2_000 };
const mostTags = 30;
const address = /^[^\s@<>()[\],;:"\\]{1,64}@[^\s@<>()[\],;:"\\]{1,255}$/;

/** Words of other systems; ours are known as they are. */
const otherStatuses: Record<string, CaseStatus> = {
  open: 'in_progress',
  pending: 'awaiting_customer',
  waiting: 'awaiting_customer',
  onhold: 'awaiting_vendor',
  hold: 'awaiting_vendor',
  solved: 'resolved',
  done: 'resolved',
  offen: 'in_progress',
  neu: 'new',
  gelost: 'resolved',
  geschlossen: 'closed',
};
const otherPriorities: Record<string, Priority> = {
  normal: 'medium',
  blocker: 'critical',
  highest: 'critical',
  lowest: 'low',
};

/** What a row says, with everything that is wrong with it at once. One that names a case of ours need not be whole. */
export function readRow(cells: readonly string[], mapping: ImportMapping, terms: ImportTerms): ReadRow {
  const problems: string[] = [];
  const cell = (field: ImportField) => cells[mapping[field] ?? -1] ?? '';
  const line = (field: ImportField) =>
    cell(field)
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim();
  const among = <T>(field: ImportField, find: (name: string) => T | undefined, refusal: (text: string) => string) => {
    const text = line(field);
    const found = text === '' ? null : find(bare(text));
    if (found === undefined) problems.push(refusal(short(text)));
    return found ?? null;
  };
  const atMost = (what: string, text: string, most: number) => {
    if (text.length > most) problems.push(`The ${what} has more than ${most} characters.`);
    return text;
  };
  const instant = (field: ImportField, what: string) => {
    const text = line(field);
    const at = text === '' ? null : readDate(text);
    if (at === undefined) {
      problems.push(`The date ${what} “${short(text)}” cannot be read; write it as 2026-03-31 or 2026-03-31 14:30.`);
    } else if (at !== null && Date.parse(at) > terms.nowMs) problems.push(`The date ${what} lies in the future.`);
    return at ?? null;
  };
  const number = line('number').toUpperCase() || null;
  const subject = atMost('subject', line('subject'), longest.subject);
  if (subject === '' && number === null) problems.push('There is no subject.');
  const email = line('customerEmail').toLowerCase();
  if (email === '' && number === null) problems.push('There is no address of a customer.');
  else if (email !== '' && !address.test(email)) problems.push(`“${short(email)}” is not a mail address.`);
  const tags = [
    ...new Set(
      line('tags')
        .split(/[,;]/)
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ''),
    ),
  ];
  if (tags.length > mostTags) problems.push(`There are more than ${mostTags} tags.`);
  if (tags.some((tag) => tag.length > longest.tag)) problems.push(`A tag has more than ${longest.tag} characters.`);
  const createdAt = instant('createdAt', 'of creation');
  const endedAt = instant('endedAt', 'of the end');
  if (createdAt !== null && endedAt !== null && endedAt < createdAt) problems.push('It ends before it begins.');
  const status = among('status', statusOf, (text) => `“${text}” is not a status; say ${listed(caseStatuses)}.`);
  const value: ImportedCase = {
    externalId: atMost('external id', line('externalId'), longest.externalId) || null,
    subject,
    description: cell('description'),
    customer: { email, name: atMost("customer's name", line('customerName'), longest.name) || email },
    status: status ?? (endedAt === null ? 'new' : 'closed'),
    priority: among('priority', priorityOf, (text) => `“${text}” is not a priority; say ${listed(priorities)}.`),
    category: among(
      'category',
      (name) => terms.categories.get(name),
      (text) => `There is no category “${text}”.`,
    ),
    tags,
    assignee: among(
      'assignee',
      (name) => terms.agents.get(name),
      (text) => `Nobody called “${text}” works here.`,
    ),
    team: among(
      'team',
      (name) => terms.teams.get(name),
      (text) => `There is no team “${text}”.`,
    ),
    createdAt,
    endedAt: status !== null && !endedStatuses.includes(status) ? null : endedAt,
    resolution: atMost('resolution', cell('resolution'), longest.resolution) || null,
  };
  const whole = problems.length === 0 && number === null;
  return { number, value: whole ? value : null, change: changeOf(value, line('status') !== ''), problems };
}

function changeOf(value: ImportedCase, saysStatus: boolean): ImportedChange {
  const { subject, status, priority, category, tags, assignee, team, resolution } = value;
  return {
    ...(subject !== '' && { subject }),
    ...(saysStatus && { status }),
    ...(priority !== null && { priority }),
    ...(category !== null && { category }),
    ...(tags.length > 0 && { tags }),
    ...(assignee !== null && { assignee }),
    ...(team !== null && { team }),
    ...(resolution !== null && { resolution }),
  };
}

function statusOf(name: string): CaseStatus | undefined {
  return caseStatuses.find((status) => bare(status) === name) ?? otherStatuses[name];
}

function priorityOf(name: string): Priority | undefined {
  return priorities.find((priority) => priority === name) ?? otherPriorities[name];
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`.replaceAll('_', ' ');
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
