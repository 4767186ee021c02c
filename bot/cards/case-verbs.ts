import type { Case } from '../../backend/contracts/case.ts';
import { statusWords } from '../../backend/contracts/words.ts';
import type { Action, Execute, Submit } from './elements.ts';
import { execute } from './parts.ts';
import type { CardVerb, Dialog } from './verbs.ts';

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

/** The statuses worth a button, by the present one; the rest is a click away behind Open. */
const offered: Record<Status, Status[]> = {
  new: ['resolved'],
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
  /** Whether the words are searched for in all cases. */
  search?: boolean;
}

export interface ButtonView {
  case: Case;
  openUrl: string;
  /** Agent id of whoever sees the card; absent for a card that stands for all. */
  viewer?: string | undefined;
  from?: ListPlace | undefined;
  /** Whether what was just done can be taken back here. */
  undo?: boolean | undefined;
}

/** At most four buttons: what is most likely first, Open last. */
export function caseActions({ case: value, openUrl, viewer, from, undo }: ButtonView): Action[] {
  const before = undo === true ? [execute('Undo', 'case.undo' satisfies CardVerb, { ref: value.id })] : [];
  const after = from === undefined ? [] : [pageAction('Back to the list', from)];
  const deedsLeft = caseDeeds(value, viewer).slice(0, 3 - before.length - after.length);
  const [first, ...rest] = deedsLeft;
  const open: Action = { type: 'Action.OpenUrl', title: 'Open', url: openUrl };
  if (first === undefined) return [...before, ...after, open];
  const lead: Action = isEnded(value) || first.type === 'Action.OpenUrl' ? first : { ...first, style: 'positive' };
  return [lead, ...rest, ...before, ...after, open];
}

function caseDeeds(value: Case, viewer: string | undefined): Action[] {
  const may = value.actions.includes('assign');
  const statuses = statusActions(value);
  if (isEnded(value)) return statuses;
  const reply = dialogAction('Reply…', 'reply', { ref: value.id });
  if (value.assignee === null && may) {
    return [takeAction(value, 'Take it'), dialogAction('Assign…', 'assign', { ref: value.id }), reply];
  }
  const others = value.assignee !== null && value.assignee !== viewer && may;
  const [first, ...rest] = statuses;
  if (first === undefined) return [];
  return others ? [first, reply, takeAction(value, 'Take over'), ...rest] : [first, reply, ...rest];
}

export function takeAction(value: Pick<Case, 'id' | 'status' | 'assignee'>, words: string): Execute {
  return execute(words, 'case.assign-to-me' satisfies CardVerb, seen(value));
}

function statusActions(value: Case): Execute[] {
  const may = offered[value.status].filter((status) => value.nextStatuses.includes(status));
  return may.map((status) =>
    execute(deedOf(value.status, status), 'case.status' satisfies CardVerb, { ...seen(value), status }),
  );
}

function deedOf(from: Status, to: Status): string {
  return (from === 'resolved' || from === 'closed') && to === 'in_progress' ? 'Reopen' : deeds[to];
}

function isEnded({ status }: Pick<Case, 'status'>): boolean {
  return status === 'resolved' || status === 'closed';
}

/**
 * What the person saw when they pressed: if that is no longer so the deed is not done and the card is shown anew. Other
 * changes, such as a mail that came in, do not stand in the way.
 */
export function seen(value: Pick<Case, 'id' | 'status' | 'assignee'>): Record<string, unknown> {
  return { ref: value.id, seen: { status: value.status, assignee: value.assignee } };
}

/** Asked for by clients that show the card again later; by itself for those named, who see it their own way. */
export function refreshAction(value: Pick<Case, 'id'>): Execute {
  return execute('Refresh', 'case.refresh' satisfies CardVerb, { ref: value.id });
}

export function showAction(value: Pick<Case, 'id' | 'number'>, from: ListPlace): Execute {
  return execute(`Show ${value.number}`, 'case.show' satisfies CardVerb, { ref: value.id, from: place(from) });
}

export function pageAction(title: string, to: ListPlace, style?: 'positive'): Execute {
  return execute(title, 'cases.page' satisfies CardVerb, place(to), style);
}

/** A button that writes a command for the person who presses it. */
export function sayAction(title: string, text: string, style?: 'positive'): Execute {
  return execute(title, 'say' satisfies CardVerb, { text }, style);
}

/** Opens a form. A client without dialogs sends the same as a message, and is given the form in the chat. */
export function dialogAction(title: string, dialog: Dialog, data: Record<string, unknown>): Submit {
  return { type: 'Action.Submit', title, data: { msteams: { type: 'task/fetch' }, dialog, ...data } };
}

function place({ words, after, search }: ListPlace): Record<string, unknown> {
  return { words, ...(after !== undefined && { after }), ...(search === true && { search }) };
}
