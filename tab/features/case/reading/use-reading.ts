import { useCallback, useEffect, useRef, useState } from 'react';

export interface ReadingState<T> {
  working: boolean;
  /** Null before it was asked for, and after it was closed. */
  answer: T | null;
  /** When the answer came. */
  atMs: number;
  error: unknown;
  ask: () => void;
  close: () => void;
}

/** Something that is read out of the conversation when somebody asks for it; nothing waits for it. */
export function useReading<T>(read: () => Promise<T>): ReadingState<T> {
  const [state, setState] = useState({ working: false, answer: null as T | null, atMs: 0, error: null as unknown });
  const round = useRef(0);
  useEffect(
    () => () => {
      // What comes after the page is gone is dropped.
      round.current += 1;
    },
    [],
  );
  const ask = useCallback(() => {
    round.current += 1;
    const mine = round.current;
    setState((before) => ({ ...before, working: true, error: null }));
    read().then(
      (answer) => mine === round.current && setState({ working: false, answer, atMs: Date.now(), error: null }),
      (error: unknown) => mine === round.current && setState((before) => ({ ...before, working: false, error })),
    );
  }, [read]);
  const close = useCallback(() => {
    round.current += 1;
    setState({ working: false, answer: null, atMs: 0, error: null });
  }, []);
  return { ...state, ask, close };
}
