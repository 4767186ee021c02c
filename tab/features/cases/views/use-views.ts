import { useCallback, useEffect, useState } from 'react';
import { ProblemError } from '../../../../backend/contracts/client.ts';
import type { View } from '../../../../backend/contracts/view.ts';
import { readFilter, writeFilter } from '../../../route.ts';
import { useSession } from '../../../session/session.ts';
import { useWorkspace } from '../../../session/workspace.tsx';
import { type Done, useDone } from '../../../shell/undo.tsx';
import type { Filter } from '../filter.ts';
import { listWords } from '../words.ts';

const { views: viewWords } = listWords;

/** The views this person has saved, and those shared with everybody. */
export interface SavedViews {
  items: View[];
  error: unknown;
  clearError: () => void;
  /** Applies a change again that somebody else came before; null where there is none. */
  again: (() => void) | null;
  mayChange: (view: View) => boolean;
  save: (name: string, shared: boolean, query: string) => void;
  change: (view: View, fields: Partial<Pick<View, 'name' | 'shared' | 'query'>>) => void;
  remove: (view: View) => void;
  /** Query of the view that the list opens with. */
  start: string | null;
  setStart: (view: View | null) => void;
}

export function useViews(): SavedViews {
  const { api, me } = useSession();
  const done = useDone();
  const { layout, change: changeLayout } = useWorkspace();
  const [items, setItems] = useState<View[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [again, setAgain] = useState<(() => void) | null>(null);
  const load = useCallback(async () => {
    const list = await api('listViews', {});
    setItems(list.items);
    return list.items;
  }, [api]);
  useEffect(() => {
    load().catch(setError);
  }, [load]);

  const act = async (run: () => Promise<Done>, retry?: (items: View[]) => void) => {
    setError(null);
    setAgain(null);
    try {
      done(await run());
      await load();
    } catch (failure) {
      setError(failure);
      const stale = failure instanceof ProblemError && failure.problem.status === 412;
      const now = stale ? await load().catch(() => null) : null;
      if (now !== null && retry !== undefined) setAgain(() => () => retry(now));
    }
  };
  /** A change of a view that may be applied again to the view as it is by then. */
  const onView = (view: View, run: (view: View) => Promise<Done>): void => {
    void act(
      () => run(view),
      (now) => onView(now.find(({ id }) => id === view.id) ?? view, run),
    );
  };
  const write = (view: View, fields: Partial<Pick<View, 'name' | 'shared' | 'query'>>) => {
    const { name, shared, query } = { ...view, ...fields };
    return api('replaceView', { params: { id: view.id }, body: { name, shared, query }, ifMatch: view.etag });
  };
  return {
    items,
    error,
    clearError: () => {
      setError(null);
      setAgain(null);
    },
    again,
    mayChange: (view) => view.owner === me.id || me.role !== 'agent',
    save: (name, shared, query) =>
      void act(async () => {
        await api('createView', { body: { name, shared, query }, idempotencyKey: crypto.randomUUID() });
        return { text: viewWords.savedDone(name) };
      }),
    change: (before, fields) =>
      onView(before, async (view) => {
        const after = await write(view, fields);
        const undo = () => write({ ...view, etag: after.etag }, {}).then(load);
        return {
          text: fields.query === undefined ? viewWords.savedDone(after.name) : viewWords.replaced(view.name),
          undo,
        };
      }),
    remove: (before) =>
      onView(before, async (view) => {
        await api('deleteView', { params: { id: view.id }, ifMatch: view.etag });
        if (layout.start === view.query) await changeLayout({ start: null });
        const { name, shared, query } = view;
        const undo = () => api('createView', { body: { name, shared, query } }).then(load);
        return { text: viewWords.removed(name), undo };
      }),
    start: layout.start,
    setStart: (view) =>
      void act(async () => {
        const before = layout.start;
        await changeLayout({ start: view?.query ?? null });
        const text = view === null ? viewWords.noStart : viewWords.startDone(view.name);
        return { text, undo: () => changeLayout({ start: before }) };
      }),
  };
}

/** The saved view that shows exactly this, if any. */
export function viewShowing(items: View[], filter: Filter): View | undefined {
  const here = writeFilter(filter);
  return items.find((view) => writeFilter(filterOfQuery(view.query)) === here);
}

export function filterOfQuery(query: string): Filter {
  return readFilter(new URLSearchParams(query));
}
