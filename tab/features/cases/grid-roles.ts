import type { KeyboardEvent, MouseEvent } from 'react';

/*
 * Roles of the windowed grid. Table elements cannot be used: rows of two kinds stand at computed heights, and only those
 * in view exist. No part is a tab stop; the grid itself is the one.
 */

export const rowsRole = { role: 'rowgroup' } as const;
export const cellRole = { role: 'gridcell', tabIndex: -1 } as const;

/** The only cell of a group's head. */
export function groupCellRole(columns: number, expanded: boolean) {
  return { ...cellRole, 'aria-colspan': columns, 'aria-expanded': expanded } as const;
}

/** `index` counts from 1, the head included; group heads have none, and cannot be selected. */
export function rowRole(index?: number, label?: string, selected?: boolean) {
  return { role: 'row', tabIndex: -1, 'aria-rowindex': index, 'aria-label': label, 'aria-selected': selected } as const;
}

export function headRole(sort: 'ascending' | 'descending' | undefined) {
  return { role: 'columnheader', tabIndex: -1, 'aria-sort': sort } as const;
}

interface GridFacts {
  label: string;
  rows: number;
  columns: number;
  activeId: string | undefined;
  onClick: (event: MouseEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: () => void;
  onBlur: () => void;
}

export function gridProps({ label, rows, columns, activeId, ...handlers }: GridFacts) {
  return {
    ...handlers,
    role: 'grid',
    tabIndex: 0,
    'aria-label': label,
    'aria-rowcount': rows,
    'aria-colcount': columns,
    'aria-multiselectable': true,
    'aria-activedescendant': activeId,
  } as const;
}
