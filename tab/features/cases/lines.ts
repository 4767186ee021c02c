import { type GroupKey, groupKeys } from './groups.ts';
import type { Row } from './list-state.ts';

/** One line of the list: a group's head, or a case with its place among all cases from 1. */
export type Line = { kind: 'group'; key: GroupKey; count: number } | { kind: 'case'; row: Row; ordinal: number };

export type GroupCounts = Partial<Record<GroupKey, number>>;

/** Rows with the heads of their groups, folded groups without their rows. `counts` wins over what is loaded. */
export function toLines(rows: Row[], folded: ReadonlySet<GroupKey>, counts: GroupCounts | null): Line[] {
  let ordinal = 0;
  return groupKeys.flatMap((key) => {
    const members = rows.filter((row) => row.group === key);
    if (members.length === 0) return [];
    const all = members.map((row): Line => ({ kind: 'case', row, ordinal: ++ordinal }));
    const cases = folded.has(key) ? [] : all;
    if (key === 'flat') return cases;
    const count = counts?.[key] ?? members.filter((row) => !row.left).length;
    return [{ kind: 'group', key, count }, ...cases];
  });
}

export interface LineHeights {
  group: number;
  case: number;
}

/** Top edge of every line, and the height of all as the last entry. */
export function lineTops(lines: Line[], heights: LineHeights): number[] {
  const tops = [0];
  for (const line of lines) tops.push((tops.at(-1) ?? 0) + heights[line.kind]);
  return tops;
}

/** Indexes of the lines that a window of the list touches, with a few beyond either edge; `to` is exclusive. */
export function linesInView(tops: number[], scrollTop: number, viewHeight: number): { from: number; to: number } {
  const beyond = 8;
  const first = lineAt(tops, scrollTop);
  const last = lineAt(tops, scrollTop + viewHeight);
  return { from: Math.max(0, first - beyond), to: Math.min(tops.length - 1, last + 1 + beyond) };
}

/** Index of the line at a height, by halving. */
export function lineAt(tops: number[], y: number): number {
  let low = 0;
  let high = Math.max(0, tops.length - 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The next line that holds a case, in steps of one; the same index when there is none. */
export function nextCaseLine(lines: Line[], from: number, step: 1 | -1): number {
  for (let at = from + step; at >= 0 && at < lines.length; at += step) {
    if (lines[at]?.kind === 'case') return at;
  }
  return from;
}

/** Ids of the cases in the order in which they stand. */
export function caseIds(lines: Line[]): string[] {
  return lines.flatMap((line) => (line.kind === 'case' ? [line.row.case.id] : []));
}

/** DOM id of a line, or of a cell in it. */
export function lineId(line: Line, cell: number | null = null): string {
  if (line.kind === 'group') return `group-${line.key}`;
  return cell === null ? `case-${line.row.case.id}` : `case-${line.row.case.id}-${cell}`;
}
