import { useCallback, useEffect, useRef, useState } from 'react';
import type { Case } from '../../../backend/contracts/case.ts';
import { ProblemError } from '../../../backend/contracts/client.ts';
import type { HistoryEntry, Message } from '../../../backend/contracts/message.ts';
import { useLive } from '../../session/live.tsx';
import { useSession } from '../../session/session.ts';
import { useAnnounce } from '../../shell/announcer.tsx';
import { words } from '../../words.ts';

/** One case with all that stands on its page; each part is null until it has come. */
export interface LoadedCase {
  value: Case | null;
  messages: Message[] | null;
  history: HistoryEntry[] | null;
  /** Why the case itself is not there. */
  error: unknown;
  /** Why the conversation is not there. */
  conversationError: unknown;
  missing: boolean;
  /** Grows with each change made elsewhere. */
  flashes: number;
  reload: () => void;
  /** Shows a version that the server has just answered. */
  take: (value: Case) => void;
}

export function useCase(caseId: string): LoadedCase {
  const { api } = useSession();
  const announce = useAnnounce();
  const [value, setValue] = useState<Case | null>(null);
  const [messages, setMessages] = useState<Message[] | null>(null);
  const [history, setHistory] = useState<HistoryEntry[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [conversationError, setConversationError] = useState<unknown>(null);
  const [flashes, setFlashes] = useState(0);
  const gone = useRef(false);

  const newer = useCallback((next: Case) => {
    setValue((before) => (before !== null && next.updatedAt < before.updatedAt ? before : next));
  }, []);
  const loadConversation = useCallback(() => {
    const params = { id: caseId };
    Promise.all([api('listMessages', { params }), api('caseHistory', { params })]).then(
      ([list, entries]) => {
        if (gone.current) return;
        setMessages(list.items);
        setHistory(entries.items);
        setConversationError(null);
      },
      (failure: unknown) => !gone.current && setConversationError(failure),
    );
  }, [api, caseId]);
  const reload = useCallback(() => {
    api('getCase', { params: { id: caseId } }).then(
      (found) => {
        if (gone.current) return;
        newer(found);
        setError(null);
      },
      (failure: unknown) => !gone.current && setError(failure),
    );
    loadConversation();
  }, [api, caseId, newer, loadConversation]);

  useEffect(() => {
    gone.current = false;
    reload();
    return () => {
      gone.current = true;
    };
  }, [reload]);

  useLive({
    onChanges: (changes) => {
      const mine = changes.findLast(({ case: each }) => each.id === caseId || each.number === caseId);
      if (mine === undefined) return;
      if (mine.case.etag !== value?.etag) {
        newer(mine.case);
        setFlashes((count) => count + 1);
        announce(words.list.changed([mine.case.number]));
      }
      loadConversation();
    },
    onGap: reload,
  });

  const take = useCallback(
    (next: Case) => {
      newer(next);
      loadConversation();
    },
    [newer, loadConversation],
  );
  const missing = error instanceof ProblemError && error.problem.status === 404;
  return { value, messages, history, error, conversationError, missing, flashes, reload, take };
}
