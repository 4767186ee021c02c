import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import type { BulkCases, BulkRun } from '../../../../backend/contracts/bulk.ts';
import { useDirectory } from '../../../session/directory.tsx';
import { useSession } from '../../../session/session.ts';
import { useDone } from '../../../shell/undo.tsx';
import { listWords } from '../words.ts';
import { type BulkWish, type ShownRun, speakOf, speakOfRun } from './bulk-wish.ts';
import { followRun } from './follow-run.ts';
import { RunPanel } from './run-panel.tsx';

const BulkContext = createContext<(wish: BulkWish) => void>(() => undefined);

/** Begins a run over many cases; it goes on while the person does something else. */
export function useBulk(): (wish: BulkWish) => void {
  return useContext(BulkContext);
}

/** Runs outlive the page they were begun on, and the tab; each says once at its end what was refused. */
export function BulkRuns({ children }: { children: ReactNode }) {
  const { api } = useSession();
  const done = useDone();
  const [runs, setRuns] = useState<ShownRun[]>([]);
  const keys = useRef(0);
  const close = useCallback((key: number) => setRuns((before) => before.filter((each) => each.key !== key)), []);

  const follow = useCallback(
    async (wish: ShownRun['wish'], begun: Promise<BulkRun>): Promise<BulkRun> => {
      keys.current += 1;
      const key = keys.current;
      const change = (part: Partial<ShownRun>) =>
        setRuns((before) => before.map((each) => (each.key === key ? { ...each, ...part } : each)));
      setRuns((before) => [...before, { key, wish, run: null, error: null }]);
      try {
        const run = await followRun(api, begun, (now) => change({ run: now }));
        if (run.failed === 0) close(key);
        return run;
      } catch (error) {
        change({ error });
        throw error;
      }
    },
    [api, close],
  );

  /** Follows a run to its end and says what became of it, with the way back. */
  const see = useCallback(
    async (wish: ShownRun['wish'], begun: Promise<BulkRun>) => {
      const run = await follow(wish, begun);
      const refused = run.failed === 0 ? '' : ` ${listWords.bulk.refused(run.failed)}`;
      const text = `${wish.done(run.succeeded)}.${refused}`;
      const undo = async () => {
        const back = { count: run.succeeded, ...speakOf('undo') };
        await follow(back, api('undoBulk', { params: { id: run.id } }));
      };
      done(run.succeeded === 0 || run.work.action === 'undo' ? { text } : { text, undo });
    },
    [api, follow, done],
  );

  const begin = useCallback(
    (wish: BulkWish) => {
      const idempotencyKey = crypto.randomUUID();
      const begun = api('bulkCases', { body: { ...wish.action, ...wish.on } as BulkCases, idempotencyKey });
      // The panel says what went wrong.
      see(wish, begun).catch(() => undefined);
    },
    [api, see],
  );
  useUnderWay(see);

  const shown = runs.filter(
    ({ run, error }) => error !== null || run === null || run.state === 'running' || run.failed > 0,
  );
  return (
    <BulkContext.Provider value={begin}>
      {children}
      {shown.length > 0 && <RunPanel runs={shown} onClose={close} />}
    </BulkContext.Provider>
  );
}

/** Runs that were under way before the page was loaded. */
function useUnderWay(see: (wish: ShownRun['wish'], run: Promise<BulkRun>) => Promise<void>): void {
  const { api, me } = useSession();
  const directory = useDirectory();
  const asked = useRef(false);
  useEffect(() => {
    // Names are needed to speak of what is done.
    if (asked.current || directory.agents.length === 0) return;
    asked.current = true;
    const find = async () => {
      const { items } = await api('listBulkRuns', {});
      for (const run of items.filter(({ state }) => state === 'running')) {
        const wish = { count: run.total, ...(await speakOfRun(api, directory, run.work, me.name)) };
        see(wish, Promise.resolve({ ...run, results: [] })).catch(() => undefined);
      }
    };
    // Without an answer there is nothing to show.
    find().catch(() => undefined);
  }, [api, directory, me.name, see]);
}
