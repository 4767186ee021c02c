import { useState } from 'react';
import type { Case } from '../../../../backend/contracts/case.ts';
import { useNavigation } from '../../../navigation.tsx';
import { useSession } from '../../../session/session.ts';
import { useDone } from '../../../shell/undo.tsx';
import { sideWords } from '../side/words.ts';
import { actionWords as words } from './words.ts';

const linkKinds = ['related', 'duplicate', 'duplicated_by', 'parent', 'child'] as const;

/** What can be done with a whole case or with a mail on it. Everything can be taken back. */
export interface CaseActions {
  error: unknown;
  clearError: () => void;
  merge: (into: Case) => void;
  unmerge: () => void;
  link: (to: Case) => void;
  unlink: (other: Case) => void;
  macro: (macro: { id: string; name: string }) => void;
  handOver: (to: { id: string; name: string }) => void;
  watch: (on: boolean) => void;
  move: (messageId: string, to: Case) => void;
  split: (messageId: string, subject: string) => void;
  undoSend: (messageId: string) => void;
  sendAgain: (messageId: string) => void;
  /** Makes an unpublished article of the case, and opens it to be finished. */
  makeArticle: () => void;
}

/** Null until the case is there. */
export function useCaseActions(
  value: Case | null,
  take: (value: Case) => void,
  reload: () => void,
): CaseActions | null {
  const { api } = useSession();
  const done = useDone();
  const { route, go } = useNavigation();
  const [error, setError] = useState<unknown>(null);
  if (value === null) return null;
  const params = { id: value.id };
  const makeArticle = async () => {
    const { id } = await api('articleFromCase', { params });
    go({ page: 'knowledge', place: { article: id, edit: 'yes' }, filter: route.filter, caseId: null });
  };
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
    unlink: (other) =>
      act(async () => {
        const kind = value.linked.find(({ caseId }) => caseId === other.id)?.kind;
        take(await api('unlinkCase', { params, body: { to: other.id } }));
        const again = linkKinds.find((each) => each === kind) ?? 'related';
        const undo = async () => take(await api('linkCase', { params, body: { to: other.id, kind: again } }));
        return { text: sideWords.links.removed(other.number), undo };
      }),
    macro: ({ id, name }) =>
      act(async () => {
        take(await api('applyMacro', { params: { ...params, macroId: id } }));
        return { text: sideWords.macros.done(name, value.number), undo: undoOn(value.id) };
      }),
    handOver: ({ id, name }) =>
      act(async () => {
        take(await api('handOver', { params, body: { to: id } }));
        return { text: sideWords.presence.handedOver(value.number, name), undo: undoOn(value.id) };
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
    makeArticle: () => {
      setError(null);
      makeArticle().catch(setError);
    },
    sendAgain: (messageId) =>
      act(async () => {
        take(await api('sendAgain', { params: { ...params, messageId } }));
        return { text: words.again };
      }),
  };
}
