import type { Case } from '../../backend/contracts/case.ts';
import { statusWords } from '../../backend/contracts/words.ts';
import type { Action, Execute } from './elements.ts';
import { execute } from './parts.ts';

/** What a card's button asks the bot to do. The bot's dispatch table has exactly these. */
export const cardVerbs = ['case.assign-to-me', 'case.status', 'case.refresh', 'case.show', 'cases.page'] as const;
export type CardVerb = (typeof cardVerbs)[number];

type Status = Case['status'];

/** What each status is called as the deed that leads to it. */
const deeds: Record<Status, string> = {
  new: statusWords.new,
  in_progress: 'In progress',
  awaiting_customer: 'Await customer',
  awaiting_vendor: 'Await vendor',
  awaiting_approval: 'Await approval',
  resolved: 'Resolve',
  closed: 'Close',
};

/** The one or two statuses worth a button, by the present one; the rest is a click away behind Open. */
const offered: Record<Status, Status[]> = {
  new: ['in_progress', 'resolved'],
  in_progress: ['resolved', 'awaiting_customer'],
  awaiting_customer: ['in_progress', 'resolved'],
  awaiting_vendor: ['in_progress', 'resolved'],
  awaiting_approval: ['in_progress', 'resolved'],
  resolved: ['in_progress', 'closed'],
  closed: ['in_progress'],
};

/** Which list a case was opened from, so that there is a way back; all texts, as they came from the person. */
export interface ListPlace {
  words: string;
  after?: string | undefined;
}

/** At most four buttons: taking it first, Open last. */
export function caseActions(value: Case, openUrl: string, from?: ListPlace): Action[] {
  const back = from === undefined ? [] : [pageAction('Back to the list', from)];
  const deedsLeft = [...takeAction(value), ...statusActions(value)].slice(0, 3 - back.length);
  const [first, ...rest] = deedsLeft;
  const ended = value.status === 'resolved' || value.status === 'closed';
  const open: Action = { type: 'Action.OpenUrl', title: 'Open', url: openUrl };
  if (first === undefined) return [...back, open];
  return [ended ? first : { ...first, style: 'positive' }, ...rest, ...back, open];
}

function takeAction(value: Case): Execute[] {
  if (!value.actions.includes('assign') || value.status === 'resolved') return [];
  if (value.assignee === null) return [execute('Take it', 'case.assign-to-me' satisfies CardVerb, seen(value))];
  return [];
}

function statusActions(value: Case): Execute[] {
  const may = offered[value.status].filter((status) => value.nextStatuses.includes(status));
  const buttons = may.map((status) =>
    execute(deedOf(value.status, status), 'case.status' satisfies CardVerb, { ...seen(value), status }),
  );
  const takeOver = value.assignee !== null && value.actions.includes('assign') && value.status !== 'resolved';
  return takeOver ? [...buttons, execute('Take over', 'case.assign-to-me' satisfies CardVerb, seen(value))] : buttons;
}

function deedOf(from: Status, to: Status): string {
  return (from === 'resolved' || from === 'closed') && to === 'in_progress' ? 'Reopen' : deeds[to];
}

/**
 * What the person saw when they pressed: if that is no longer so the deed is not done and the card is shown anew. Other
 * changes, such as a mail that came in, do not stand in the way.
 */
function seen(value: Case): Record<string, unknown> {
  return { ref: value.id, seen: { status: value.status, assignee: value.assignee } };
}

export function refreshAction(value: Case): Execute {
  return execute('Refresh', 'case.refresh' satisfies CardVerb, { ref: value.id });
}

export function showAction(value: Case, from: ListPlace): Execute {
  return execute(`Show ${value.number}`, 'case.show' satisfies CardVerb, { ref: value.id, from: place(from) });
}

export function pageAction(title: string, to: ListPlace, style?: 'positive'): Execute {
  return execute(title, 'cases.page' satisfies CardVerb, place(to), style);
}

function place({ words, after }: ListPlace): Record<string, string> {
  return { words, ...(after !== undefined && { after }) };
}
