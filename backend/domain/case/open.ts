import type { Address, Instant } from '../mail/mail.ts';
import type { OpeningValues, SupportCase } from './case.ts';

export interface Opening extends OpeningValues {
  id: string;
  at: Instant;
}

/** The opening that led to a case on which nobody has changed anything yet but the analyst. */
export function openingOf(value: SupportCase): OpeningValues {
  const { number, subject, customer, participants, mailbox, source, linked, tags, assignee, team } = value;
  return {
    ...{ number, subject, customer, participants, mailbox, source, linked },
    ...(value.setByPerson.includes('priority') && { priority: value.priority }),
    ...(value.setByPerson.includes('category') && { category: value.category }),
    ...(tags.length > 0 && { tags }),
    ...(assignee !== null && { assignee }),
    ...(team !== null && { team }),
  };
}

/** A case on its first day. What nobody has said yet gets the calm default, until the analyst speaks. */
export function openCase(opening: Opening): SupportCase {
  const setByPerson: SupportCase['setByPerson'] = [];
  if (opening.priority !== undefined) setByPerson.push('priority');
  if (opening.category !== undefined) setByPerson.push('category');
  return {
    id: opening.id,
    number: opening.number,
    subject: opening.subject,
    status: 'new',
    priority: opening.priority ?? 'medium',
    category: opening.category ?? 'general',
    complaint: false,
    sentiment: 'neutral',
    language: 'und',
    summary: '',
    tags: opening.tags ?? [],
    customer: opening.customer,
    participants: opening.participants,
    assignee: opening.assignee ?? null,
    team: opening.team ?? null,
    mailbox: opening.mailbox,
    source: opening.source,
    ai: null,
    setByPerson,
    linked: opening.linked,
    ...laterFields(),
    messageCount: 0,
    createdAt: opening.at,
    updatedAt: opening.at,
    firstResponseAt: null,
    resolvedAt: null,
    closedAt: null,
    statusSince: opening.at,
    lastMessageAt: opening.at,
  };
}

/** Fields that cases stored by earlier releases lack, as such a case reads. */
export function laterFields(): Pick<
  SupportCase,
  | 'undeliverable'
  | 'quietFrom'
  | 'followedUp'
  | 'watchers'
  | 'fields'
  | 'resolution'
  | 'mergedInto'
  | 'beforeMerge'
  | 'merged'
  | 'movedIn'
  | 'sla'
  | 'firstResponseMinutes'
  | 'resolutionMinutes'
  | 'tasks'
  | 'reopenedAt'
  | 'satisfaction'
  | 'removed'
> {
  return {
    undeliverable: [],
    quietFrom: [],
    followedUp: [],
    watchers: [],
    fields: {},
    resolution: null,
    mergedInto: null,
    beforeMerge: null,
    merged: [],
    movedIn: [],
    sla: null,
    firstResponseMinutes: null,
    resolutionMinutes: null,
    tasks: { total: 0, open: 0 },
    reopenedAt: null,
    satisfaction: null,
    removed: false,
  };
}

/** Everybody in `known` and then whoever of `more` is new, by address. */
export function joinPeople(known: Address[], more: (Address | null)[], except: string[] = []): Address[] {
  const seen = new Set([...except, ...known.map((p) => p.email)].map((email) => email.toLowerCase()));
  const people = [...known];
  for (const person of more) {
    if (person === null || seen.has(person.email.toLowerCase())) continue;
    seen.add(person.email.toLowerCase());
    people.push({ email: person.email.toLowerCase(), name: person.name });
  }
  return people;
}
