import type { Case } from '../../../backend/contracts/case.ts';
import type { Api } from '../../../ui/api.ts';
import type { OpenMail } from '../../office/open-mail.ts';
import { type CaseAction, carryOut, failedWords } from './case-actions.ts';
import { type CaseEdit, conflictOf, writeEdit } from './case-edit.ts';
import type { PaneCell } from './pane-cell.ts';
import { problemOf } from './pane-problem.ts';

export interface PaneWorkDeps {
  api: Api;
  cell: PaneCell;
  /** Whether another mail is open by now than the one shown. */
  isStale(mail: OpenMail): boolean;
  /** Begins anew with the mail that is open. */
  open(): Promise<void>;
  takeVersion(asked: number, value: Case): void;
  /** Reads the case, its messages and its tasks again. */
  reread(asked: number, caseId: string): Promise<void>;
}

/** What an agent does to the case of the open mail. Every press checks first that this mail is still the open one. */
export interface PaneWork {
  edit(edit: CaseEdit): Promise<void>;
  /** Ends a conflict: `theirs` keeps what somebody else set, `mine` writes the edit over it. */
  settle(side: 'theirs' | 'mine'): Promise<void>;
  /** Answers whether it was done, so that a form knows whether to close. */
  act(action: CaseAction): Promise<boolean>;
  undo(): Promise<void>;
}

export function paneWork({ api, cell, isStale, open, takeVersion, reread }: PaneWorkDeps): PaneWork {
  async function edit(wanted: CaseEdit): Promise<void> {
    const state = cell.state();
    if (state.kind !== 'case' || state.saving !== null) return;
    if (isStale(state.mail)) return open();
    await write(cell.turn(), state.value, wanted);
  }

  async function write(asked: number, before: Case, wanted: CaseEdit): Promise<void> {
    cell.patch(asked, 'case', { saving: wanted, conflict: null, problem: null, done: null });
    try {
      takeVersion(asked, await writeEdit(api, before, wanted));
      const done = { text: `${fieldWords[wanted.field]} changed.`, undoOf: before.id };
      cell.patch(asked, 'case', { saving: null, done });
    } catch (error) {
      const conflict = await conflictOf(api, error, before, wanted).catch(() => null);
      if (conflict !== null) takeVersion(asked, conflict.now);
      const problem = conflict === null ? problemOf(error, `The ${wanted.field} was not changed.`) : null;
      cell.patch(asked, 'case', { saving: null, conflict, problem });
    }
  }

  async function settle(side: 'theirs' | 'mine'): Promise<void> {
    const state = cell.state();
    if (state.kind !== 'case' || state.conflict === null) return;
    const { edit: wanted } = state.conflict;
    if (side === 'theirs') return cell.patch(cell.turn(), 'case', { conflict: null });
    await write(cell.turn(), state.value, wanted);
  }

  /** Does something to the shown case and reads it again; answers whether it worked. */
  async function run(failed: string, work: (value: Case) => Promise<DoneWork>): Promise<boolean> {
    const state = cell.state();
    if (state.kind !== 'case' || state.acting) return false;
    if (isStale(state.mail)) {
      await open();
      return false;
    }
    const asked = cell.turn();
    cell.patch(asked, 'case', { acting: true, problem: null, done: null });
    try {
      const { text, undoOf, elsewhere } = await work(state.value);
      if (elsewhere && asked === cell.turn()) await open();
      else await reread(asked, state.value.id);
      cell.patch(cell.turn(), 'case', { acting: false, done: { text, undoOf } });
      return true;
    } catch (error) {
      cell.patch(asked, 'case', { acting: false, problem: problemOf(error, failed) });
      return false;
    }
  }

  function act(action: CaseAction): Promise<boolean> {
    return run(failedWords[action.kind], async (value) => {
      const { text, undoable } = await carryOut(api, value, action, crypto.randomUUID());
      return { text, undoOf: undoable ? value.id : null, elsewhere: action.kind === 'merge' };
    });
  }

  async function undo(): Promise<void> {
    const state = cell.state();
    if (state.kind !== 'case' || state.done?.undoOf == null) return;
    const { undoOf } = state.done;
    await run('It was not taken back.', async (value) => {
      await api('undoLast', { params: { id: undoOf } });
      return { text: 'Taken back.', undoOf: null, elsewhere: undoOf !== value.id };
    });
  }

  return { edit, settle, act, undo };
}

interface DoneWork {
  text: string;
  undoOf: string | null;
  /** The mail shows on another case now. */
  elsewhere: boolean;
}

const fieldWords: Record<CaseEdit['field'], string> = {
  status: 'Status',
  priority: 'Priority',
  category: 'Category',
  assignee: 'Assignee',
};
