import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Api } from '../ui/api.ts';
import type { LiveHandlers } from '../ui/live.ts';
import { serverNow } from '../ui/now.ts';
import { CasePane } from './features/case-pane/case-pane.tsx';
import { ChoicesProvider, useLoadedChoices } from './features/case-pane/choices.ts';
import { ConnectionBar } from './features/case-pane/connection-bar.tsx';
import { createPane, type Pane } from './features/case-pane/pane.ts';
import { currentItem, onItemChanged, requireItem } from './office/current-item.ts';

const askAgainMs = 15_000;

/** The pane joined to its mailbox and to what happens elsewhere. */
export function LivePane({ api, getToken }: { api: Api; getToken: () => Promise<string> }) {
  const [pane] = useState(() => createPane({ api, currentItem, requireItem }));
  const answered = useSyncExternalStore(pane.subscribe, () => isAnswered(pane));
  const [lostSince, setLostSince] = useState<number | null>(null);

  useEffect(() => {
    void pane.open();
    return onItemChanged(() => void pane.open());
  }, [pane]);

  useEffect(() => {
    if (!answered) return;
    return followLive(getToken, {
      onCaseChanged: pane.caseChanged,
      onState: (state) => {
        if (state === 'lost') setLostSince((before) => before ?? serverNow());
        if (state !== 'connected') return;
        setLostSince(null);
        void pane.refresh();
      },
    });
  }, [answered, getToken, pane]);

  // Without live changes the pane asks; a mail may also become a case without its sender being known to it.
  useEffect(() => {
    const ask = () => document.visibilityState === 'visible' && void pane.refresh();
    const timer = setInterval(ask, askAgainMs);
    window.addEventListener('online', ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', ask);
    };
  }, [pane]);

  return (
    <ChoicesProvider value={useLoadedChoices(api, answered)}>
      {lostSince !== null && <ConnectionBar sinceMs={lostSince} />}
      <CasePane pane={pane} />
    </ChoicesProvider>
  );
}

/** The live channel comes after the mail: its code is loaded only when the first answer is in. */
function followLive(getToken: () => Promise<string>, handlers: LiveHandlers): () => void {
  let close: (() => void) | null = null;
  let stopped = false;
  // Without the channel the pane still asks now and then.
  import('../ui/live.ts').then(
    ({ connectLive }) => {
      if (!stopped) close = connectLive(getToken, handlers);
    },
    () => {},
  );
  return () => {
    stopped = true;
    close?.();
  };
}

/** Whether the server has answered once, so that somebody is signed in. Stays true for one and the same pane. */
const answeredOnce = new WeakSet<Pane>();
function isAnswered(pane: Pane): boolean {
  const { kind } = pane.state();
  if (kind === 'case' || kind === 'no-case') answeredOnce.add(pane);
  return answeredOnce.has(pane);
}
