import { useState } from 'react';
import type { Case } from '../../../../backend/contracts/case.ts';
import { useSession } from '../../../session/session.ts';
import { useDone } from '../../../shell/undo.tsx';
import { actionWords as words } from './words.ts';

/** What can be done with a whole case or with a mail on it. Everything can be taken back. */
export interface CaseActions {
  error: unknown;
  clearError: () => void;
  merge: (into: Case) => void;
  unmerge: () => void;
  link: (to: Case) => void;
  watch: (on: boolean) => void;
  move: (messageId: string, to: Case) => void;
  split: (messageId: string, subject: string) => void;
  undoSend: (messageId: string) => void;
  sendAgain: (messageId: string) => void;
}

/** Null until the case is there. */
export function useCaseActions(
  value: Case | null,
  take: (value: Case) => void,
  reload: () => void,
): CaseActions | null {
  const { api } = useSession();
  const done = useDone();
  const [error, setError] = useState<unknown>(null);
  if (value === null) return null;
  const params = { id: value.id };
  const undoOn = (id: string) => async () => {
    await api('undoLast', { params: { id } });
    reload();
  };
  const act = (run: () => Promise<{ text: string; undo?: () => Promise<unknown> }>) => {
    setError(null);
    run().then((said) => {
      done(said);
      reload();
    }, setError);
  };
  return {
    error,
    clearError: () => setError(null),
    merge: (into) =>
      act(async () => {
        await api('mergeCase', { params, body: { into: into.id } });
        const undo = async () => take(await api('unmergeCase', { params }));
        return { text: words.merged(value.number, into.number), undo };
      }),
    unmerge: () =>
      act(async () => {
        take(await api('unmergeCase', { params }));
        return { text: words.unmerged(value.number) };
      }),
    link: (to) =>
      act(async () => {
        take(await api('linkCase', { params, body: { to: to.id, kind: 'related' } }));
        const undo = async () => take(await api('unlinkCase', { params, body: { to: to.id } }));
        return { text: words.linked(value.number, to.number), undo };
      }),
    watch: (on) =>
      act(async () => {
        take(await api(on ? 'watchCase' : 'unwatchCase', { params, body: {} }));
        return { text: on ? words.watching(value.number) : words.unwatching(value.number) };
      }),
    move: (messageId, to) =>
      act(async () => {
        await api('moveMessages', { params, body: { messageIds: [messageId], to: to.id } });
        return { text: words.moved(to.number), undo: undoOn(value.id) };
      }),
    split: (messageId, subject) =>
      act(async () => {
        const opened = await api('splitCase', { params, body: { messageIds: [messageId], subject } });
        return { text: words.splitOff(opened.number), undo: undoOn(value.id) };
      }),
    undoSend: (messageId) =>
      act(async () => {
        take(await api('undoSend', { params: { ...params, messageId } }));
        return { text: words.unsent };
      }),
    sendAgain: (messageId) =>
      act(async () => {
        take(await api('sendAgain', { params: { ...params, messageId } }));
        return { text: words.again };
      }),
  };
}
