import { useCallback, useEffect, useRef, useState } from 'react';

interface Page<T> {
  items: T[];
  next?: string | undefined;
}

export interface Pages<L> {
  /** What has come so far; null before the first. */
  list: L | null;
  error: unknown;
  loadingMore: boolean;
  loadMore: () => void;
  reload: () => void;
}

/**
 * A list that is read page by page. `ask` must stay the same function for as long as the same list is meant: with another
 * one it begins anew, and what still comes for the one before is dropped.
 */
export function usePages<T, L extends Page<T>>(ask: (after?: string) => Promise<L>): Pages<L> {
  const [list, setList] = useState<L | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [loadingMore, setLoadingMore] = useState(false);
  const round = useRef(0);
  const reload = useCallback(() => {
    round.current += 1;
    const mine = round.current;
    ask().then(
      (found) => {
        if (mine !== round.current) return;
        setList(found);
        setError(null);
      },
      (failure: unknown) => mine === round.current && setError(failure),
    );
  }, [ask]);
  useEffect(reload, [reload]);

  function loadMore(): void {
    if (list?.next === undefined) return;
    const mine = round.current;
    setLoadingMore(true);
    ask(list.next)
      .then((more) => mine === round.current && setList({ ...more, items: [...list.items, ...more.items] }), setError)
      .finally(() => setLoadingMore(false));
  }
  return { list, error, loadingMore, loadMore, reload };
}
