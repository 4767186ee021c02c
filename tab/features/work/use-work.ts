import { useCallback, useEffect, useRef, useState } from 'react';
import type { Case } from '../../../backend/contracts/case.ts';
import type { MentionList } from '../../../backend/contracts/notifications.ts';
import { useLive } from '../../session/live.tsx';
import { useSession } from '../../session/session.ts';
import { useDone } from '../../shell/undo.tsx';
import { type Day, dayOf } from './next-up.ts';
import { workWords as words } from './words.ts';

const open: Case['status'][] = ['new', 'in_progress', 'awaiting_customer', 'awaiting_vendor', 'awaiting_approval'];
/** Changes come in bursts; the lists are asked for once after each. */
const settleMs = 800;

export interface MyWork {
  /** Null until it has come. */
  day: Day | null;
  /** Notes that mention this person, as long as they have done nothing about them. */
  mentions: MentionList['items'];
  /** Why it is not there, or why the last case was not taken. */
  error: unknown;
  taking: boolean;
  reload: () => void;
  /** Takes the most pressing free case; answers it, or null where that did not work. */
  take: () => Promise<Case | null>;
}

/** What this person is to do, kept up to date. */
export function useWork(): MyWork {
  const { api } = useSession();
  const done = useDone();
  const [day, setDay] = useState<Day | null>(null);
  const [mentions, setMentions] = useState<MentionList['items']>([]);
  const [error, setError] = useState<unknown>(null);
  const [taking, setTaking] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const load = useCallback(async () => {
    const [mine, free, tasks, mentions] = await Promise.all([
      api('listCases', { query: { assignee: ['me'], status: open, sort: 'due', limit: 200 } }),
      api('listCases', { query: { assignee: ['none'], status: ['new', 'in_progress'], sort: 'due', limit: 20 } }),
      api('listTasks', { query: { owner: ['me'], status: ['new', 'in_progress'], sort: 'due', limit: 100 } }),
      api('listMentions', {}),
    ]);
    setDay(dayOf(mine.items, free.items, tasks.items));
    setMentions(mentions.items);
    setError(null);
  }, [api]);
  useEffect(() => {
    load().catch(setError);
    return () => clearTimeout(timer.current);
  }, [load]);
  const reloadSoon = () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      load().catch(setError);
    }, settleMs);
  };
  useLive({ onChanges: reloadSoon, onTaskChanged: reloadSoon, onGap: reloadSoon });

  return {
    day,
    mentions,
    error,
    taking,
    reload: () => void load().catch(setError),
    take: async () => {
      const next = day?.free[0];
      if (next === undefined || taking) return null;
      setTaking(true);
      setError(null);
      try {
        const params = { id: next.id };
        // Against the version that was shown: two who press at once do not both have it.
        const mine = await api('assignCase', { params, body: { assignee: 'me' }, ifMatch: next.etag });
        done({ text: words.taken(mine.number), undo: () => api('undoLast', { params }) });
        return mine;
      } catch (failure) {
        setError(failure);
        reloadSoon();
        return null;
      } finally {
        setTaking(false);
      }
    },
  };
}
