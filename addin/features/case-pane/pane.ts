import type { Case } from '../../../backend/contracts/case.ts';
import type { CaseChanged } from '../../../backend/contracts/live.ts';
import type { Lookup } from '../../../backend/contracts/mail.ts';
import type { Api } from '../../../ui/api.ts';
import { StaleItemError } from '../../office/current-item.ts';
import type { FileContent, OpenMail } from '../../office/open-mail.ts';
import { fresher } from './case-edit.ts';
import { convertMail } from './convert-mail.ts';
import { concerns, lookupOf, triageOf } from './mail-questions.ts';
import { paneCell } from './pane-cell.ts';
import { problemOf } from './pane-problem.ts';
import type { Choice, PaneState, TakenAlong, WithCase, WithoutCase } from './pane-state.ts';
import { type PaneWork, paneWork } from './pane-work.ts';

export interface PaneDeps {
  api: Api;
  /** The open mail, or null. @throws StaleItemError */
  currentItem: () => Promise<OpenMail | null>;
  /** @throws StaleItemError unless this mail is still the open one */
  requireItem: (itemId: string) => void;
  /** The bytes of files of the open mail. @throws StaleItemError, OfficeError */
  readFiles?: (itemId: string, ids: string[]) => Promise<FileContent[]>;
}

/** The pane apart from its looks: which mail, which case, what is on its way. */
export interface Pane extends PaneWork {
  state(): PaneState;
  subscribe(changed: () => void): () => void;
  /** Begins anew with the mail that is open now; what was shown is gone at once. */
  open(): Promise<void>;
  /** Asks again without blanking: after a lost connection, or when a change may concern the open mail. */
  refresh(): Promise<void>;
  choose(choice: Choice): void;
  takeAlong(along: Partial<TakenAlong>): void;
  /** Makes a case of the mail, or adds it to the one named by id or number. */
  convert(into?: string): Promise<void>;
  /** Says that the mail is no case, or takes that back. */
  dismiss(dismissed: boolean): void;
  caseChanged(change: CaseChanged): void;
}

const nothingDone = { saving: null, acting: false, done: null, conflict: null, problem: null };
const nothingChosen = {
  choice: {},
  along: { withoutTasks: [], withoutFiles: [] },
  dismissed: false,
  creating: false,
  problem: null,
};

export function createPane({ api, currentItem, requireItem, readFiles }: PaneDeps): Pane {
  const cell = paneCell();
  const { put, patch } = cell;
  let lastChange: CaseChanged | null = null;
  /** Item ids of the mails that the agent said are no cases, for as long as the pane lives. */
  const dismissed = new Set<string>();

  async function open(): Promise<void> {
    const asked = cell.nextTurn();
    put(asked, { kind: 'loading' });
    try {
      const mail = await currentItem();
      if (asked !== cell.turn()) return;
      if (mail === null) return put(asked, { kind: 'nothing' });
      const found = await api('lookupMail', { query: lookupOf(mail) });
      await show(asked, mail, found);
    } catch (error) {
      // Another mail was opened while this one was read; its own event may come late or be lost.
      if (error instanceof StaleItemError && asked === cell.turn()) return open();
      put(asked, { kind: 'stopped', problem: problemOf(error, 'The case was not looked up.') });
    }
  }

  async function show(asked: number, mail: OpenMail, found: Lookup): Promise<void> {
    if (found.case !== null) return showCase(asked, mail, found.case, found.customerCases);
    const blank = { ...nothingChosen, suggestion: null, suggestionProblem: null };
    put(asked, {
      kind: 'no-case',
      mail,
      others: found.customerCases,
      ...blank,
      dismissed: dismissed.has(mail.itemId),
    });
    if (asked !== cell.turn()) return;
    try {
      patch(asked, 'no-case', { suggestion: await api('previewTriage', { body: triageOf(mail) }) });
    } catch (error) {
      patch(asked, 'no-case', { suggestionProblem: problemOf(error, 'The analyst did not answer.') });
    }
  }

  async function showCase(asked: number, mail: OpenMail, value: Case, others: Case[]): Promise<void> {
    const known = lastChange?.case.id === value.id ? fresher(lastChange.case, value) : value;
    const rest = others.filter((other) => other.id !== value.id);
    put(asked, { kind: 'case', mail, value: known, others: rest, messages: null, tasks: null, ...nothingDone });
    await loadRest(asked, value.id);
  }

  /** Messages and tasks; the case itself is of use without them. */
  async function loadRest(asked: number, caseId: string): Promise<void> {
    if (asked !== cell.turn()) return;
    const params = { id: caseId };
    const [messages, tasks] = await Promise.all([
      api('listMessages', { params }).catch(() => null),
      api('listCaseTasks', { params }).catch(() => null),
    ]);
    const state = cell.state();
    if (state.kind !== 'case' || state.value.id !== caseId) return;
    if (messages !== null) patch(asked, 'case', { messages: messages.items });
    if (tasks !== null) patch(asked, 'case', { tasks: tasks.items });
  }

  async function refresh(): Promise<void> {
    const asked = cell.turn();
    const state = cell.state();
    // Other stops want a person: asking again by itself would only open one sign-in window after another.
    if (state.kind === 'stopped' && state.problem.kind === 'offline') return open();
    if (state.kind === 'no-case') await lookAgain(asked, state);
    else if (state.kind === 'case') await reread(asked, state.value.id);
  }

  async function lookAgain(asked: number, { mail }: WithoutCase): Promise<void> {
    const found = await api('lookupMail', { query: lookupOf(mail) }).catch(() => null);
    const state = cell.state();
    if (found === null || asked !== cell.turn() || state.kind !== 'no-case' || state.creating) return;
    if (found.case !== null) await showCase(asked, mail, found.case, found.customerCases);
    else patch(asked, 'no-case', { others: found.customerCases });
  }

  async function reread(asked: number, caseId: string): Promise<void> {
    const value = await api('getCase', { params: { id: caseId } }).catch(() => null);
    if (value !== null) takeVersion(asked, value);
    await loadRest(asked, caseId);
  }

  function takeVersion(asked: number, value: Case): void {
    const shown = shownCase(asked, value.id);
    if (shown !== null) patch(asked, 'case', { value: fresher(shown.value, value) });
  }

  function shownCase(asked: number, caseId: string): WithCase | null {
    const state = cell.state();
    return asked === cell.turn() && state.kind === 'case' && state.value.id === caseId ? state : null;
  }

  function choose(choice: Choice): void {
    const state = cell.state();
    if (state.kind === 'no-case' && !state.creating)
      patch(cell.turn(), 'no-case', { choice: { ...state.choice, ...choice } });
  }

  function takeAlong(along: Partial<TakenAlong>): void {
    const state = cell.state();
    if (state.kind === 'no-case' && !state.creating)
      patch(cell.turn(), 'no-case', { along: { ...state.along, ...along } });
  }

  function dismiss(isNone: boolean): void {
    const state = cell.state();
    if (state.kind !== 'no-case') return;
    if (isNone) dismissed.add(state.mail.itemId);
    else dismissed.delete(state.mail.itemId);
    patch(cell.turn(), 'no-case', { dismissed: isNone, problem: null });
  }

  async function convert(into?: string): Promise<void> {
    const state = cell.state();
    if (state.kind !== 'no-case' || state.creating) return;
    const asked = cell.turn();
    if (isStale(state.mail)) return open();
    patch(asked, 'no-case', { creating: true, problem: null });
    try {
      const { value, text } = await convertMail({ api, readFiles }, state, into);
      await showCase(asked, state.mail, value, state.others);
      patch(asked, 'case', { done: { text, undoOf: null } });
    } catch (error) {
      const failed = into === undefined ? 'The case was not created.' : 'The mail was not added.';
      patch(asked, 'no-case', { creating: false, problem: problemOf(error, failed) });
    }
  }

  function isStale(mail: OpenMail): boolean {
    try {
      requireItem(mail.itemId);
      return false;
    } catch (error) {
      if (error instanceof StaleItemError) return true;
      throw error;
    }
  }

  function caseChanged(change: CaseChanged): void {
    lastChange = change;
    const asked = cell.turn();
    const state = cell.state();
    if (state.kind === 'no-case' && concerns(state.mail, change.case)) void lookAgain(asked, state);
    if (state.kind !== 'case' || state.value.id !== change.case.id) return;
    const { messageCount, taskCount } = state.value;
    const hasMore = change.case.messageCount !== messageCount || change.case.taskCount !== taskCount;
    takeVersion(asked, change.case);
    if (hasMore) void loadRest(asked, change.case.id);
  }

  const { state, subscribe } = cell;
  const work = paneWork({ api, cell, isStale, open, takeVersion, reread });
  return { state, subscribe, open, refresh, choose, takeAlong, convert, dismiss, caseChanged, ...work };
}
