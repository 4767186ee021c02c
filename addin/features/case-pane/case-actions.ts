import type { Case } from '../../../backend/contracts/case.ts';
import type { Task } from '../../../backend/contracts/task.ts';
import type { Api } from '../../../ui/api.ts';

/** What an agent does to a case besides setting its four fields. */
export type CaseAction =
  | { kind: 'note'; text: string }
  | { kind: 'task'; title: string; dueAt: string | null }
  | { kind: 'tick'; task: Task; done: boolean }
  | { kind: 'tags'; tags: string[] }
  /** `into` is the number of a case. */
  | { kind: 'merge'; into: string };

/** What was done, in words, and whether the case's own undo takes it back. */
export interface Done {
  text: string;
  undoable: boolean;
}

/** What failed, where it did. */
export const failedWords: Record<CaseAction['kind'], string> = {
  note: 'The note was not added.',
  task: 'The task was not added.',
  tick: 'The task was not changed.',
  tags: 'The tags were not changed.',
  merge: 'The case was not merged.',
};

/**
 * Carries the action out. Each press is one change however often the network repeats it: `key` names the press.
 * @throws ProblemError, OfflineError
 */
export async function carryOut(api: Api, value: Case, action: CaseAction, key: string): Promise<Done> {
  const params = { id: value.id };
  switch (action.kind) {
    case 'note':
      await api('addNote', { params, body: { text: action.text }, idempotencyKey: key });
      return { text: 'Note added. Customers never see it.', undoable: false };
    case 'task': {
      const due = action.dueAt === null ? {} : { dueAt: action.dueAt };
      const body = { title: action.title, caseId: value.id, owner: 'me', ...due };
      await api('createTask', { body, idempotencyKey: key });
      return { text: `Task added: ${action.title}`, undoable: false };
    }
    case 'tick': {
      const body = { status: action.done ? ('resolved' as const) : ('in_progress' as const) };
      await api('patchTask', { params: { id: action.task.id }, ifMatch: action.task.etag, body });
      return { text: action.done ? `Done: ${action.task.title}` : `Open again: ${action.task.title}`, undoable: false };
    }
    case 'tags':
      await api('patchCase', { params, ifMatch: value.etag, body: { tags: action.tags } });
      return { text: 'Tags changed.', undoable: true };
    case 'merge': {
      await api('mergeCase', { params, body: { into: action.into } });
      return { text: `${value.number} is part of ${action.into} now.`, undoable: true };
    }
  }
}
