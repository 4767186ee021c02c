import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import type { Api } from '../ui/api.ts';
import type { LiveHandlers } from '../ui/live.ts';
import { serverNow } from '../ui/server-clock.ts';
import { CasePane } from './features/case-pane/case-pane.tsx';
import { ChoicesProvider, useLoadedChoices } from './features/case-pane/choices.ts';
import { ConnectionBar } from './features/case-pane/connection-bar.tsx';
import { createPane, type Pane } from './features/case-pane/pane.ts';
import { PaneSkeleton } from './features/case-pane/skeletons.tsx';
import { currentItem, onItemChanged, requireItem } from './office/current-item.ts';
import { isComposing } from './office/draft-item.ts';
import { readFiles } from './office/file-content.ts';
import { onSelectionChanged, type SelectedMail, selectedMails } from './office/selected-items.ts';

// Loaded only where it is wanted: most panes show one mail that is read.
const ComposePane = lazy(() =>
  import('./features/compose-pane/compose-pane.tsx').then((module) => ({ default: module.ComposePane })),
);
const SeveralPane = lazy(() =>
  import('./features/several-pane/several-pane.tsx').then((module) => ({ default: module.SeveralPane })),
);

const askAgainMs = 15_000;

/** The pane joined to its mailbox and to what happens elsewhere. */
export function LivePane({ api, getToken }: { api: Api; getToken: () => Promise<string> }) {
  const [pane] = useState(() => createPane({ api, currentItem, requireItem, readFiles }));
  const answered = useSyncExternalStore(pane.subscribe, () => isAnswered(pane));
  const [lostSince, setLostSince] = useState<number | null>(null);
  const [composing, setComposing] = useState(isComposing);
  const [several, setSeveral] = useState<SelectedMail[]>([]);

  useEffect(() => {
    const open = () => {
      setComposing(isComposing());
      void pane.open();
    };
    open();
    return onItemChanged(open);
  }, [pane]);

  useEffect(() => {
    const look = () => void selectedMails().then(setSeveral);
    look();
    return onSelectionChanged(look);
  }, []);

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
      <Suspense fallback={<PaneSkeleton />}>
        {several.length > 0 ? (
          <SeveralPane key={several.map(({ itemId }) => itemId).join()} api={api} mails={several} />
        ) : composing ? (
          <ComposePane api={api} />
        ) : (
          <CasePane pane={pane} api={api} />
        )}
      </Suspense>
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
      if (!stopped) close = connectLive(getToken, handlers).close;
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
