import { type KeyboardEvent, type RefObject, useState } from 'react';
import { useKeys } from '../../shell/keys.ts';
import type { GroupKey } from './groups.ts';
import { caseIds, type Line, lineId, nextCaseLine } from './lines.ts';
import type { Selection } from './selection.ts';
import type { ListPosition } from './use-case-list.ts';

interface GridKeysInput {
  lines: Line[];
  /** Number of cells in a row. */
  columns: number;
  position: { current: ListPosition };
  reveal: (index: number) => void;
  open: (number: string) => void;
  toggle: (key: GroupKey) => void;
  grid: RefObject<HTMLDivElement | null>;
  showArrived: () => void;
  selection: Selection;
  loadedIds: string[];
}

/** Keyboard of the grid: one tab stop, arrows inside, row first and then its cells. */
export function useGridKeys(input: GridKeysInput) {
  const { lines, columns, position, reveal, open, toggle, grid, showArrived, selection, loadedIds } = input;
  const [focused, setFocused] = useState(false);
  const [activeGroup, setActiveGroup] = useState<GroupKey | null>(null);
  const [activeCell, setActiveCell] = useState<number | null>(null);
  const [, redraw] = useState(0);
  const activeIndex = indexOf(lines, position.current.caseId, activeGroup);
  const active = lines[activeIndex];

  const moveTo = (index: number) => {
    const line = lines[index];
    if (line === undefined) return;
    setActiveGroup(line.kind === 'group' ? line.key : null);
    if (line.kind === 'case') position.current.caseId = line.row.case.id;
    redraw((count) => count + 1);
    reveal(index);
  };
  const step = (by: 1 | -1) => {
    grid.current?.focus({ preventScroll: true });
    moveTo(nextCaseLine(lines, activeIndex, by));
  };
  const actions: Record<string, () => void> = {
    arrowdown: () => moveTo(activeIndex + 1),
    arrowup: () => moveTo(activeIndex - 1),
    pagedown: () => moveTo(Math.min(lines.length - 1, activeIndex + 15)),
    pageup: () => moveTo(Math.max(0, activeIndex - 15)),
    home: () => moveTo(0),
    end: () => moveTo(lines.length - 1),
    arrowright: () => setActiveCell((cell) => Math.min(columns - 1, (cell ?? -1) + 1)),
    arrowleft: () => setActiveCell((cell) => (cell === null || cell === 0 ? null : cell - 1)),
    enter: () => {
      if (active?.kind === 'case') open(active.row.case.number);
      if (active?.kind === 'group') toggle(active.key);
    },
    ' ': () => active?.kind === 'group' && toggle(active.key),
  };
  /** Moves and takes the row along into the selection. */
  const extend = (by: 1 | -1) => {
    const to = lines[nextCaseLine(lines, activeIndex, by)];
    if (to?.kind !== 'case') return;
    selection.extend(caseIds(lines), position.current.caseId, to.row.case.id);
    step(by);
  };
  const pick = () => {
    if (active?.kind === 'case') selection.toggle(active.row.case.id);
    else return false;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== grid.current || event.altKey) return;
    const key = event.key.toLowerCase();
    const act = event.ctrlKey || event.metaKey ? held[key] : (event.shiftKey && shifted[key]) || actions[key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const held: Record<string, () => void> = {
    a: () =>
      selection.ids.size >= loadedIds.length ? selection.selectAll(loadedIds) : selection.toggleLoaded(loadedIds),
  };
  const shifted: Record<string, () => void> = { arrowdown: () => extend(1), arrowup: () => extend(-1) };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    x: pick,
    '.': showArrived,
    escape: () => (selection.ids.size === 0 ? false : selection.clear()),
  });

  return {
    activeIndex,
    activeCell,
    focused,
    activeId: focused && active !== undefined ? lineId(active, activeCell) : undefined,
    onKeyDown,
    onFocus: () => {
      setFocused(true);
      if (position.current.caseId === null && activeIndex === -1) moveTo(nextCaseLine(lines, -1, 1));
    },
    onBlur: () => setFocused(false),
  };
}

function indexOf(lines: Line[], caseId: string | null, group: GroupKey | null): number {
  return lines.findIndex((line) =>
    line.kind === 'group' ? line.key === group : group === null && line.row.case.id === caseId,
  );
}
