import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Filter } from './filter.ts';

/** What the person has picked out of the list. */
export interface Selected {
  ids: ReadonlySet<string>;
  /** Everything that fits the filter, loaded or not; `ids` are then those that are loaded. */
  all: boolean;
}

export const nothingSelected: Selected = { ids: new Set(), all: false };

/** Takes a row in or out. Out of "all that match" the loaded ones stay. */
export function toggled({ ids }: Selected, id: string): Selected {
  const after = new Set(ids);
  if (!after.delete(id)) after.add(id);
  return { ids: after, all: false };
}

/** Takes in everything between two rows, both included; `order` is that of the list. */
export function extended({ ids }: Selected, order: string[], from: string | null, to: string): Selected {
  const end = order.indexOf(to);
  const start = from === null ? end : order.indexOf(from);
  const between = order.slice(Math.min(start, end), Math.max(start, end) + 1);
  return { ids: new Set([...ids, ...between]), all: false };
}

export interface Selection extends Selected {
  toggle: (id: string) => void;
  extend: (order: string[], from: string | null, to: string) => void;
  /** Everything that is loaded, or nothing where that is already so. */
  toggleLoaded: (ids: string[]) => void;
  selectAll: (loaded: string[]) => void;
  clear: () => void;
}

/** The selection lives as long as the filter: another list is another selection. */
export function useSelection(filter: Filter): Selection {
  const [selected, setSelected] = useState<Selected>(nothingSelected);
  const clear = useCallback(() => setSelected(nothingSelected), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter ends the selection.
  useEffect(clear, [filter, clear]);
  return useMemo(
    () => ({
      ...selected,
      clear,
      toggle: (id) => setSelected((before) => toggled(before, id)),
      extend: (order, from, to) => setSelected((before) => extended(before, order, from, to)),
      toggleLoaded: (ids) =>
        setSelected((before) =>
          before.ids.size >= ids.length && ids.every((id) => before.ids.has(id))
            ? nothingSelected
            : { ids: new Set([...before.ids, ...ids]), all: false },
        ),
      selectAll: (loaded) => setSelected({ ids: new Set(loaded), all: true }),
    }),
    [selected, clear],
  );
}
