import assert from 'node:assert/strict';
import type { GroupKey } from '../../../../tab/features/cases/groups.ts';
import { lineAt, linesInView, lineTops, nextCaseLine, toLines } from '../../../../tab/features/cases/lines.ts';
import type { Row } from '../../../../tab/features/cases/list-state.ts';
import { aWireCase } from './wire-case.ts';

const row = (index: number, group: GroupKey, left = false): Row => ({
  case: aWireCase({}, index),
  group,
  left,
  flashes: 0,
  cameMs: null,
});
const rows = [row(1, 'overdue'), row(2, 'hour'), row(3, 'hour', true), row(4, 'later')];
const heights = { group: 28, case: 36 };

describe('The lines of the list', () => {
  it('put a head with a count over each group, without those that left', () => {
    const lines = toLines(rows, new Set(), null);
    const heads = lines.flatMap((line) => (line.kind === 'group' ? [`${line.key} ${line.count}`] : []));
    assert.deepEqual(heads, ['overdue 1', 'hour 1', 'later 1']);
    assert.equal(lines.length, 7);
  });

  it('take the exact counts of the server while not every case is loaded', () => {
    const [first] = toLines(rows, new Set(), { overdue: 41 });
    assert.deepEqual(first, { kind: 'group', key: 'overdue', count: 41 });
  });

  it('hide the cases of a folded group and number the others as before', () => {
    const lines = toLines(rows, new Set(['hour']), null);
    assert.deepEqual(
      lines.flatMap((line) => (line.kind === 'case' ? [line.ordinal] : [])),
      [1, 4],
    );
  });

  it('mount only what the window touches, however long the list', () => {
    const many = Array.from({ length: 5000 }, (_, index) => row(index, 'later'));
    const tops = lineTops(toLines(many, new Set(), null), heights);
    const { from, to } = linesInView(tops, 90_000, 720);
    assert.ok(to - from < 40, `${to - from} lines`);
    assert.ok((tops[from] ?? 0) <= 90_000 && (tops[to] ?? 0) >= 90_720);
  });

  it('are found by their height', () => {
    const tops = lineTops(toLines(rows, new Set(), null), heights);
    assert.deepEqual(
      [0, 27, 28, 63, 64, 100_000].map((y) => lineAt(tops, y)),
      [0, 0, 1, 1, 2, 6],
    );
  });

  it('step over the heads of groups', () => {
    const lines = toLines(rows, new Set(), null);
    assert.equal(nextCaseLine(lines, 1, 1), 3);
    assert.equal(nextCaseLine(lines, 1, -1), 1);
  });
});
