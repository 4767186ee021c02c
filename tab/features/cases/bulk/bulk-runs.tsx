import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import type { BulkCases, BulkRun } from '../../../../backend/contracts/bulk.ts';
import { useSession } from '../../../session/session.ts';
import { useDone } from '../../../shell/undo.tsx';
import { listWords } from '../words.ts';
import type { BulkWish, ShownRun } from './bulk-wish.ts';
import { followRun } from './follow-run.ts';
import { RunPanel } from './run-panel.tsx';

const BulkContext = createContext<(wish: BulkWish) => void>(() => undefined);

/** Begins a run over many cases; it goes on while the person does something else. */
export function useBulk(): (wish: BulkWish) => void {
  return useContext(BulkContext);
}

/** Runs outlive the page they were begun on; each says once at its end what was refused. */
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

  const begin = useCallback(
    (wish: BulkWish) => {
      const undo = (run: BulkRun) => async () => {
        const { doing, done: said } = listWords.bulk;
        const back = { count: run.succeeded, doing: doing.undo, done: said.undo };
        await follow(back, api('undoBulk', { params: { id: run.id } }));
      };
      // The panel says what went wrong.
      follow(wish, api('bulkCases', { body: { ...wish.action, ...wish.on } as BulkCases })).then(
        (run) => {
          const refused = run.failed === 0 ? '' : ` ${listWords.bulk.refused(run.failed)}`;
          const text = `${wish.done(run.succeeded)}.${refused}`;
          done(run.succeeded === 0 ? { text } : { text, undo: undo(run) });
        },
        () => undefined,
      );
    },
    [api, follow, done],
  );

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
