import { useCallback, useEffect, useRef, useState } from 'react';
import { useLive } from '../../session/live.tsx';

/** Live changes come in bursts; the figures follow once a second at the most. */
const settleMs = 1_000;
/** Clocks run out without anything being written. */
const refreshMs = 15_000;

export interface Answered<T> {
  /** Null until the first answer; while another question is on its way, the last one stands. */
  answer: T | null;
  /** The answer is of another question than the present one. */
  stale: boolean;
  error: unknown;
  reload: () => void;
}

/** Asks, and asks again as cases change while somebody looks. `ask` must stay the same function for the same question. */
export function useLiveQuestion<T>(ask: () => Promise<T>): Answered<T> {
  const [state, setState] = useState<{ answer: T | null; of: unknown; error: unknown }>({
    answer: null,
    of: null,
    error: null,
  });
  const round = useRef(0);
  const reload = useCallback(() => {
    round.current += 1;
    const mine = round.current;
    ask().then(
      (answer) => mine === round.current && setState({ answer, of: ask, error: null }),
      (error: unknown) => mine === round.current && setState((before) => ({ ...before, error })),
    );
  }, [ask]);
  useEffect(() => {
    reload();
    const timer = setInterval(() => {
      if (!document.hidden) reload();
    }, refreshMs);
    return () => clearInterval(timer);
  }, [reload]);
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(reload);
  useEffect(() => {
    latest.current = reload;
  });
  useLive({
    onChanges: () => {
      settling.current ??= setTimeout(() => {
        settling.current = undefined;
        latest.current();
      }, settleMs);
    },
    onGap: () => latest.current(),
  });
  useEffect(() => () => clearTimeout(settling.current), []);
  return { answer: state.answer, stale: state.of !== ask, error: state.error, reload };
}
