import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import type { CaseChanged, CasePresence, TaskChanged } from '../../backend/contracts/live.ts';
import { OfflineError } from '../../ui/api.ts';
import { connectLive, type LiveLink } from '../../ui/live.ts';
import { serverNow } from '../../ui/server-clock.ts';
import { useSession } from './session.ts';

/** `paused`: the server answers, but does not push. */
export type Connection = { kind: 'live' } | { kind: 'paused' | 'offline'; sinceMs: number };

export interface LiveListener {
  /** All changes since the last frame, oldest first. */
  onChanges: (changes: CaseChanged[]) => void;
  onTaskChanged?: (change: TaskChanged) => void;
  onPresence?: (presence: CasePresence) => void;
  /** Called when changes may have been missed: fetch again. */
  onGap: () => void;
}

interface Live {
  connection: Connection;
  tryNow: () => void;
  listeners: Set<LiveListener>;
  bePresent: LiveLink['bePresent'];
}

const LiveContext = createContext<Live>({
  connection: { kind: 'live' },
  tryNow: () => undefined,
  listeners: new Set(),
  bePresent: () => undefined,
});
const fetchWhilePausedMs = 15_000;

/** Follows the live changes for the whole page and hands them on once a frame. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const { api, getToken } = useSession();
  const [listeners] = useState(() => new Set<LiveListener>());
  const [connection, setConnection] = useState<Connection>({ kind: 'live' });
  const check = useRef<() => void>(() => undefined);
  const link = useRef<LiveLink>(undefined);

  useEffect(() => {
    let waiting: CaseChanged[] = [];
    let frame: number | undefined;
    let paused: ReturnType<typeof setInterval> | undefined;
    let wasLost = false;

    const tellGap = () => {
      for (const each of listeners) each.onGap();
    };
    const fall = (kind: 'paused' | 'offline') =>
      setConnection((before) => ({ kind, sinceMs: before.kind === 'live' ? serverNow() : before.sinceMs }));
    check.current = () => {
      api('me', {}).then(
        () => {
          if (paused === undefined) return setConnection({ kind: 'live' });
          fall('paused');
          tellGap();
        },
        (error: unknown) => {
          if (error instanceof OfflineError) fall('offline');
        },
      );
    };
    const flush = () => {
      frame = undefined;
      const changes = waiting;
      waiting = [];
      for (const each of listeners) each.onChanges(changes);
    };
    const connected = connectLive(getToken, {
      onTaskChanged: (change) => {
        for (const each of listeners) each.onTaskChanged?.(change);
      },
      onPresence: (presence) => {
        for (const each of listeners) each.onPresence?.(presence);
      },
      onCaseChanged: (change) => {
        waiting.push(change);
        frame ??= requestAnimationFrame(flush);
      },
      onState: (state) => {
        if (state === 'lost' && !wasLost) {
          wasLost = true;
          paused = setInterval(() => check.current(), fetchWhilePausedMs);
          check.current();
        }
        if (state !== 'connected') return;
        clearInterval(paused);
        paused = undefined;
        setConnection({ kind: 'live' });
        if (wasLost) tellGap();
        wasLost = false;
      },
    });
    link.current = connected;
    return () => {
      connected.close();
      clearInterval(paused);
      if (frame !== undefined) cancelAnimationFrame(frame);
    };
  }, [api, getToken, listeners]);

  const tryNow = () => check.current();
  const bePresent = useCallback<LiveLink['bePresent']>((notice) => link.current?.bePresent(notice), []);
  return <LiveContext.Provider value={{ connection, tryNow, listeners, bePresent }}>{children}</LiveContext.Provider>;
}

export function useConnection(): { connection: Connection; tryNow: () => void } {
  const { connection, tryNow } = useContext(LiveContext);
  return { connection, tryNow };
}

/** Says where this person is, so that colleagues see it. */
export function useBePresent(): LiveLink['bePresent'] {
  return useContext(LiveContext).bePresent;
}

/** Hears live changes while the component is on the page. The latest listener is always the one called. */
export function useLive(listener: LiveListener): void {
  const { listeners } = useContext(LiveContext);
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => {
    const entry: LiveListener = {
      onChanges: (changes) => latest.current.onChanges(changes),
      onTaskChanged: (change) => latest.current.onTaskChanged?.(change),
      onPresence: (presence) => latest.current.onPresence?.(presence),
      onGap: () => latest.current.onGap(),
    };
    listeners.add(entry);
    return () => {
      listeners.delete(entry);
    };
  }, [listeners]);
}
