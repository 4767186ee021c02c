import { useState } from 'react';
import type { Case } from '../../../backend/contracts/case.ts';
import { ProblemError } from '../../../backend/contracts/client.ts';
import type { Api } from '../../../ui/api.ts';
import { useDirectory } from '../../session/directory.tsx';
import type { Directory } from '../../session/directory-names.ts';
import { useSession } from '../../session/session.ts';
import { useDone } from '../../shell/undo.tsx';
import { words } from '../../words.ts';
import { before, type FieldChange, fieldWord, sameChange, valueWord } from './field-words.ts';

/** Somebody was faster: the case as it stands now, who made it so, and what was wanted. */
export interface Conflict {
  now: Case;
  by: { name: string; at: string } | null;
  mine: FieldChange;
}

export interface CaseWrites {
  change: (change: FieldChange) => void;
  error: unknown;
  clearError: () => void;
  conflict: Conflict | null;
  keepTheirs: () => void;
  setAnyway: () => void;
}

/** Changes fields of one case, each against the version that is on the screen. */
export function useCaseWrites(value: Case | null, take: (value: Case) => void): CaseWrites {
  const { api } = useSession();
  const directory = useDirectory();
  const done = useDone();
  const [error, setError] = useState<unknown>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);

  const write = async (from: Case, mine: FieldChange) => {
    setError(null);
    try {
      const after = await send(api, from, mine);
      take(after);
      done({ text: doneText(after, mine, directory), ...undoOf(api, from, after, mine, take) });
    } catch (failure) {
      const found = await readConflict(api, failure, mine);
      if (found === null) setError(failure);
      else setConflict(found);
    }
  };
  return {
    change: (mine) => {
      if (value !== null && !sameChange(before(value, mine), mine)) write(value, mine);
    },
    error,
    clearError: () => setError(null),
    conflict,
    keepTheirs: () => {
      if (conflict !== null) take(conflict.now);
      setConflict(null);
    },
    setAnyway: () => {
      if (conflict === null) return;
      setConflict(null);
      take(conflict.now);
      write(conflict.now, conflict.mine);
    },
  };
}

function send(api: Api, from: Case, { field, value }: FieldChange): Promise<Case> {
  const common = { params: { id: from.id }, ifMatch: from.etag };
  if (field === 'status') return api('changeStatus', { ...common, body: { status: value as Case['status'] } });
  if (field === 'assignee') return api('assignCase', { ...common, body: { assignee: value } });
  return api('patchCase', { ...common, body: { [field]: value } });
}

/** The way back, where the server would let it be taken. */
function undoOf(api: Api, was: Case, after: Case, change: FieldChange, take: (value: Case) => void) {
  if (change.field === 'status' && !after.nextStatuses.includes(was.status)) return {};
  const back = before(was, change);
  return {
    undo: async () => take(await send(api, await api('getCase', { params: { id: was.id } }), back)),
  };
}

/** What a person says of the analyst's word, in the words of the button; null for any other change. */
function judgement(field: FieldChange['field'], value: unknown): string | null {
  if (field === 'complaint') return value === true ? words.analyst.isComplaint : words.analyst.noComplaint;
  if (field !== 'needsReview') return null;
  return value === true ? words.analyst.lookAgain : words.analyst.looksRight;
}

function doneText(after: Case, { field, value }: FieldChange, directory: Directory): string {
  const word = valueWord(field, value, directory);
  if (field === 'status') return words.done.status(after.number, word);
  const judged = judgement(field, value);
  if (judged !== null) return words.done.judged(after.number, judged);
  if (field !== 'assignee') return words.done.changed(after.number, fieldWord(field).toLowerCase(), word);
  return value === null
    ? words.done.unassigned(after.number)
    : words.done.assigned(after.number, after.assigneeName ?? word);
}

/** Null for every failure that is no conflict. */
async function readConflict(api: Api, failure: unknown, mine: FieldChange): Promise<Conflict | null> {
  if (!(failure instanceof ProblemError) || failure.problem.status !== 412) return null;
  const params = { id: idOf(failure.problem.current) };
  if (params.id === '') return null;
  const [now, history] = await Promise.all([
    api('getCase', { params }),
    api('caseHistory', { params }).catch(() => ({ items: [] })),
  ]);
  const last = history.items.findLast((entry) => entry.changes.length > 0);
  return { now, mine, by: last === undefined ? null : { name: last.actor.name, at: last.at } };
}

function idOf(current: unknown): string {
  const id = typeof current === 'object' && current !== null && 'id' in current ? current.id : '';
  return typeof id === 'string' ? id : '';
}
