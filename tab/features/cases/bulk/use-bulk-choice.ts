import { useState } from 'react';
import type { BulkCases } from '../../../../backend/contracts/bulk.ts';
import type { Case } from '../../../../backend/contracts/case.ts';
import { serverNow } from '../../../../ui/server-clock.ts';
import { priorityWords, statusWords } from '../../../../ui/words.ts';
import { useDirectory } from '../../../session/directory.tsx';
import { agentName } from '../../../session/directory-names.ts';
import { useSession } from '../../../session/session.ts';
import { useKeys } from '../../../shell/keys.ts';
import { words } from '../../../words.ts';
import { criteriaOf, type Filter, type Priority, type Status } from '../filter.ts';
import type { Selection } from '../selection.ts';
import type { LoadedList } from '../use-case-list.ts';
import { useBulk } from './bulk-runs.tsx';
import { type BulkAction, speakOf } from './bulk-wish.ts';

/** Merging is for a handful of cases that are the same thing. */
const mostMerged = 50;

export type BulkPart = 'assign' | 'status' | 'priority' | 'tag' | 'merge' | 'close';

/** What is selected, and what may be done to it. */
export interface BulkChoice {
  selection: Selection;
  /** Cases that match the filter. */
  total: number;
  /** Cases that something would be done to. */
  count: number;
  meWord: string;
  open: BulkPart | null;
  setOpen: (part: BulkPart | null) => void;
  selectAll: () => void;
  /** Cases that may be merged, lowest number first; empty for too many. */
  mergeable: Case[];
  act: {
    assign: (to: string | null) => void;
    status: (status: Status) => void;
    priority: (priority: Priority) => void;
    tag: (action: 'add_tags' | 'remove_tags', tags: string[]) => void;
    merge: (into: Case) => void;
    close: (reason: string) => void;
  };
}

/** The keys of the list act on the selection, or else on the row that the keyboard is on. */
export function useBulkChoice(list: LoadedList, filter: Filter): BulkChoice {
  const { me } = useSession();
  const directory = useDirectory();
  const begin = useBulk();
  const [open, setOpen] = useState<BulkPart | null>(null);
  const { selection, state, counts, position } = list;
  const total = counts.total ?? state.total;
  const count = selection.all ? total : selection.ids.size;
  const loadedIds = () => state.rows.map((row) => row.case.id);

  const run = (action: BulkAction, name: Parameters<typeof speakOf>[0], word = '', ids = [...selection.ids]) => {
    const on: Pick<BulkCases, 'ids' | 'filter'> = selection.all ? { filter: criteriaOf(filter, serverNow()) } : { ids };
    setOpen(null);
    selection.clear();
    begin({
      action,
      on,
      count: selection.all ? total : ids.length,
      ...speakOf(name, word),
    });
  };
  /** Id of the row that the keyboard is on, as long as it is shown. */
  const here = () => state.rows.find((row) => row.case.id === position.current.caseId)?.case.id;
  const resolve = () => {
    const row = here();
    const ids = count > 0 ? [...selection.ids] : row === undefined ? [] : [row];
    if (ids.length === 0) return false;
    run({ action: 'set_status', status: 'resolved' }, 'set_status', statusWords.resolved, ids);
  };

  /** Takes the row under the keyboard where nothing is selected; false where there is none. */
  const onSelected = (then: () => void) => () => {
    if (count > 0) return then();
    const row = here();
    if (row === undefined) return false;
    selection.toggle(row);
    // The selection is there with the next drawing.
    setTimeout(then);
  };
  const picked = state.rows.filter((row) => selection.ids.has(row.case.id)).map((row) => row.case);
  const whole = !selection.all && picked.length === count && count <= mostMerged;
  const mergeable = whole ? [...picked].sort((a, b) => a.createdAt.localeCompare(b.createdAt)) : [];
  useKeys({
    a: onSelected(() => setOpen('assign')),
    s: onSelected(() => setOpen('status')),
    p: onSelected(() => setOpen('priority')),
    t: onSelected(() => setOpen('tag')),
    m: () => (mergeable.length < 2 ? false : setOpen('merge')),
    e: resolve,
  });
  return {
    selection,
    total,
    count,
    meWord: words.list.me,
    open,
    setOpen,
    selectAll: () => selection.selectAll(loadedIds()),
    mergeable,
    act: {
      assign: (to) => {
        const action = { action: 'assign', assignee: to } as const;
        if (to === null) run(action, 'unassign');
        else run(action, 'assign', to === 'me' ? me.name : agentName(directory, to));
      },
      status: (status) => run({ action: 'set_status', status }, 'set_status', statusWords[status]),
      priority: (priority) => run({ action: 'set_priority', priority }, 'set_priority', priorityWords[priority]),
      tag: (action, tags) => run({ action, tags }, action, tags.join(', ')),
      merge: (into) =>
        run(
          { action: 'merge', into: into.id },
          'merge',
          into.number,
          [...selection.ids].filter((id) => id !== into.id),
        ),
      close: (reason) => run({ action: 'close', ...(reason !== '' && { reason }) }, 'close'),
    },
  };
}
