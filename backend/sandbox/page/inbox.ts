import { useCallback, useEffect, useRef, useState } from 'react';
import { connectLive } from '../../../ui/live.ts';
import type { SandboxInbox, SandboxOpenMail } from '../../contracts/sandbox.ts';
import type { SandboxSession } from './sandbox-session.ts';

export type ListedMail = SandboxInbox['items'][number];

export interface Inbox {
  /** Null until the first answer. */
  mails: ListedMail[] | null;
  total: number;
  offline: boolean;
  refresh: () => void;
}

const askAgainMs = 2_000;

/** The mailbox as it fills: asked every two seconds while somebody looks, and at once when a case changes. */
export function useInbox({ sandbox, getToken }: SandboxSession): Inbox {
  const [inbox, setInbox] = useState<SandboxInbox | null>(null);
  const [offline, setOffline] = useState(false);
  const asking = useRef(false);

  const refresh = useCallback(() => {
    if (asking.current) return;
    asking.current = true;
    sandbox('inbox', { query: { limit: 200 } })
      .then(
        (next) => {
          setOffline(false);
          setInbox((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
        },
        () => setOffline(true),
      )
      .finally(() => {
        asking.current = false;
      });
  }, [sandbox]);

  useEffect(() => {
    refresh();
    const timer = setInterval(() => document.visibilityState === 'visible' && refresh(), askAgainMs);
    const close = connectLive(getToken, { onCaseChanged: refresh }).close;
    return () => {
      clearInterval(timer);
      close();
    };
  }, [refresh, getToken]);

  return { mails: inbox?.items ?? null, total: inbox?.total ?? 0, offline, refresh };
}

/** The whole mail that is selected; null until it is there. What comes late for another mail is dropped. */
export function useOpenMail({ sandbox }: SandboxSession, id: string | null): SandboxOpenMail | null {
  const [mail, setMail] = useState<SandboxOpenMail | null>(null);
  useEffect(() => {
    if (id === null) return;
    let wanted = true;
    sandbox('openMail', { params: { id } }).then(
      (next) => wanted && setMail(next),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [sandbox, id]);
  return mail?.id === id ? mail : null;
}
