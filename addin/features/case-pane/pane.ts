import type { Case } from '../../../backend/contracts/case.ts';
import type { CaseChanged } from '../../../backend/contracts/live.ts';
import type { Lookup } from '../../../backend/contracts/mail.ts';
import type { Api } from '../../../ui/api.ts';
import { StaleItemError } from '../../office/current-item.ts';
import type { OpenMail } from '../../office/open-mail.ts';
import { type CaseEdit, conflictOf, fresher, writeEdit } from './case-edit.ts';
import { concerns, fromMail, lookupOf, triageOf } from './mail-questions.ts';
import { problemOf } from './pane-problem.ts';
import type { Choice, PaneState, WithCase, WithoutCase } from './pane-state.ts';

export interface PaneDeps {
  api: Api;
  /** The open mail, or null. @throws StaleItemError */
  currentItem: () => Promise<OpenMail | null>;
  /** @throws StaleItemError unless this mail is still the open one */
  requireItem: (itemId: string) => void;
}

/** The pane apart from its looks: which mail, which case, what is on its way. */
export interface Pane {
  state(): PaneState;
  subscribe(changed: () => void): () => void;
  /** Begins anew with the mail that is open now; what was shown is gone at once. */
  open(): Promise<void>;
  /** Asks again without blanking: after a lost connection, or when a change may concern the open mail. */
  refresh(): Promise<void>;
  choose(choice: Choice): void;
  createCase(): Promise<void>;
  edit(edit: CaseEdit): Promise<void>;
  /** Ends a conflict: `theirs` keeps what somebody else set, `mine` writes the edit over it. */
  settle(side: 'theirs' | 'mine'): Promise<void>;
  caseChanged(change: CaseChanged): void;
}

/** Every answer carries the turn it was asked in; one that comes after the next mail was opened is dropped. */
export function createPane({ api, currentItem, requireItem }: PaneDeps): Pane {
  let state: PaneState = { kind: 'loading' };
  let turn = 0;
  let lastChange: CaseChanged | null = null;
  const listeners = new Set<() => void>();

  function put(asked: number, next: PaneState): void {
    if (asked !== turn) return;
    state = next;
    for (const listener of listeners) listener();
  }

  /** Changes the present state if it is still of that kind and turn. */
  function patch<K extends 'no-case' | 'case'>(
    asked: number,
    kind: K,
    change: Partial<Extract<PaneState, { kind: K }>>,
  ): void {
    if (state.kind === kind) put(asked, { ...state, ...change } as PaneState);
  }

  async function open(): Promise<void> {
    turn += 1;
    const asked = turn;
    put(asked, { kind: 'loading' });
    try {
      const mail = await currentItem();
      if (asked !== turn) return;
      if (mail === null) return put(asked, { kind: 'nothing' });
      const found = await api('lookupMail', { query: lookupOf(mail) });
      await show(asked, mail, found);
    } catch (error) {
      // Another mail was opened while this one was read; its own event may come late or be lost.
      if (error instanceof StaleItemError && asked === turn) return open();
      put(asked, { kind: 'stopped', problem: problemOf(error, 'The case was not looked up.') });
    }
  }

  async function show(asked: number, mail: OpenMail, found: Lookup): Promise<void> {
    if (found.case !== null) return showCase(asked, mail, found.case, found.customerCases);
    const others = found.customerCases;
    const blank = { suggestion: null, suggestionProblem: null, choice: {}, creating: false, problem: null };
    put(asked, { kind: 'no-case', mail, others, ...blank });
    if (asked !== turn) return;
    try {
      patch(asked, 'no-case', { suggestion: await api('previewTriage', { body: triageOf(mail) }) });
    } catch (error) {
      patch(asked, 'no-case', { suggestionProblem: problemOf(error, 'The analyst did not answer.') });
    }
  }

  async function showCase(asked: number, mail: OpenMail, value: Case, others: Case[]): Promise<void> {
    const known = lastChange?.case.id === value.id ? fresher(lastChange.case, value) : value;
    const rest = others.filter((other) => other.id !== value.id);
    const blank = { messages: null, saving: null, conflict: null, problem: null };
    put(asked, { kind: 'case', mail, value: known, others: rest, ...blank });
    await loadMessages(asked, value.id);
  }

  async function loadMessages(asked: number, caseId: string): Promise<void> {
    if (asked !== turn) return;
    const list = await api('listMessages', { params: { id: caseId } }).catch(() => null);
    if (list !== null && state.kind === 'case' && state.value.id === caseId)
      patch(asked, 'case', { messages: list.items });
  }

  async function refresh(): Promise<void> {
    const asked = turn;
    // Other stops want a person: asking again by itself would only open one sign-in window after another.
    if (state.kind === 'stopped' && state.problem.kind === 'offline') return open();
    if (state.kind === 'no-case') await lookAgain(asked, state);
    else if (state.kind === 'case') await readAgain(asked, state);
  }

  async function lookAgain(asked: number, { mail }: WithoutCase): Promise<void> {
    const found = await api('lookupMail', { query: lookupOf(mail) }).catch(() => null);
    if (found === null || asked !== turn || state.kind !== 'no-case' || state.creating) return;
    if (found.case !== null) await showCase(asked, mail, found.case, found.customerCases);
    else patch(asked, 'no-case', { others: found.customerCases });
  }

  async function readAgain(asked: number, shown: WithCase): Promise<void> {
    const value = await api('getCase', { params: { id: shown.value.id } }).catch(() => null);
    if (value !== null) takeVersion(asked, value);
    await loadMessages(asked, shown.value.id);
  }

  function takeVersion(asked: number, value: Case): void {
    if (asked !== turn || state.kind !== 'case' || state.value.id !== value.id) return;
    patch(asked, 'case', { value: fresher(state.value, value) });
  }

  function choose(choice: Choice): void {
    if (state.kind === 'no-case' && !state.creating) patch(turn, 'no-case', { choice: { ...state.choice, ...choice } });
  }

  async function createCase(): Promise<void> {
    if (state.kind !== 'no-case' || state.creating) return;
    const asked = turn;
    const { mail, choice, others } = state;
    if (isStale(mail)) return open();
    patch(asked, 'no-case', { creating: true, problem: null });
    try {
      const value = await api('caseFromMail', { body: fromMail(mail, choice) });
      await showCase(asked, mail, value, others);
    } catch (error) {
      patch(asked, 'no-case', { creating: false, problem: problemOf(error, 'The case was not created.') });
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

  async function edit(wanted: CaseEdit): Promise<void> {
    if (state.kind !== 'case' || state.saving !== null) return;
    if (isStale(state.mail)) return open();
    await write(turn, state.value, wanted);
  }

  async function write(asked: number, before: Case, wanted: CaseEdit): Promise<void> {
    patch(asked, 'case', { saving: wanted, conflict: null, problem: null });
    try {
      const value = await writeEdit(api, before, wanted);
      takeVersion(asked, value);
      patch(asked, 'case', { saving: null });
    } catch (error) {
      await refused(asked, before, wanted, error);
    }
  }

  async function refused(asked: number, before: Case, wanted: CaseEdit, error: unknown): Promise<void> {
    const conflict = await conflictOf(api, error, before, wanted).catch(() => null);
    if (conflict !== null) takeVersion(asked, conflict.now);
    const problem = conflict === null ? problemOf(error, `The ${wanted.field} was not changed.`) : null;
    patch(asked, 'case', { saving: null, conflict, problem });
  }

  async function settle(side: 'theirs' | 'mine'): Promise<void> {
    if (state.kind !== 'case' || state.conflict === null) return;
    const { edit: wanted } = state.conflict;
    if (side === 'theirs') return patch(turn, 'case', { conflict: null });
    await write(turn, state.value, wanted);
  }

  function caseChanged(change: CaseChanged): void {
    lastChange = change;
    const asked = turn;
    if (state.kind === 'no-case' && concerns(state.mail, change.case)) void lookAgain(asked, state);
    if (state.kind !== 'case' || state.value.id !== change.case.id) return;
    const hasNewMessage = change.case.messageCount !== state.value.messageCount;
    takeVersion(asked, change.case);
    if (hasNewMessage) void loadMessages(asked, change.case.id);
  }

  function subscribe(changed: () => void): () => void {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }

  return { state: () => state, subscribe, open, refresh, choose, createCase, edit, settle, caseChanged };
}
