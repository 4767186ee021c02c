import { useCallback, useEffect, useState } from 'react';
import type { View } from '../../../../backend/contracts/view.ts';
import { readFilter, writeFilter } from '../../../route.ts';
import { useSession } from '../../../session/session.ts';
import { useWorkspace } from '../../../session/workspace.tsx';
import { useDone } from '../../../shell/undo.tsx';
import type { Filter } from '../filter.ts';
import { listWords } from '../words.ts';

const { views: viewWords } = listWords;

/** The views this person has saved, and those shared with everybody. */
export interface SavedViews {
  items: View[];
  error: unknown;
  clearError: () => void;
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
  const load = useCallback(() => api('listViews', {}).then((list) => setItems(list.items)), [api]);
  useEffect(() => {
    load().catch(setError);
  }, [load]);

  const act = (run: () => Promise<{ text: string; undo?: () => Promise<unknown> }>) => {
    setError(null);
    run()
      .then((said) => {
        done(said);
        return load();
      })
      .catch(setError);
  };
  const write = (view: View, fields: Partial<Pick<View, 'name' | 'shared' | 'query'>>) => {
    const { name, shared, query } = { ...view, ...fields };
    return api('replaceView', { params: { id: view.id }, body: { name, shared, query }, ifMatch: view.etag });
  };
  return {
    items,
    error,
    clearError: () => setError(null),
    mayChange: (view) => view.owner === me.id || me.role !== 'agent',
    save: (name, shared, query) =>
      act(async () => {
        await api('createView', { body: { name, shared, query } });
        return { text: viewWords.savedDone(name) };
      }),
    change: (view, fields) =>
      act(async () => {
        const after = await write(view, fields);
        const undo = () => write({ ...view, etag: after.etag }, {}).then(load);
        return {
          text: fields.query === undefined ? viewWords.savedDone(after.name) : viewWords.replaced(view.name),
          undo,
        };
      }),
    remove: (view) =>
      act(async () => {
        await api('deleteView', { params: { id: view.id }, ifMatch: view.etag });
        if (layout.start === view.query) await changeLayout({ start: null });
        const { name, shared, query } = view;
        const undo = () => api('createView', { body: { name, shared, query } }).then(load);
        return { text: viewWords.removed(name), undo };
      }),
    start: layout.start,
    setStart: (view) =>
      act(async () => {
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
