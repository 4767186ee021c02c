import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useNow } from '../../../ui/now.ts';
import { useNavigation } from '../../navigation.tsx';
import { unseen } from '../../session/seen.ts';
import { useSession } from '../../session/session.ts';
import { useWorkspace } from '../../session/workspace.tsx';
import { useWidth } from '../../shell/width.ts';
import { words } from '../../words.ts';
import { ArrivedPill } from './arrived-pill.tsx';
import { CaseLine } from './case-line.tsx';
import type { Filter } from './filter.ts';
import { shapeAt } from './grid-columns.ts';
import { GridHead } from './grid-head.tsx';
import { gridProps, rowsRole } from './grid-roles.ts';
import { GroupLine } from './group-line.tsx';
import { type GroupKey, groupKeys } from './groups.ts';
import { caseIds, linesInView, lineTops, toLines } from './lines.ts';
import type { LoadedList } from './use-case-list.ts';
import { useGridKeys } from './use-grid-keys.ts';

const useStyles = makeStyles({
  box: { position: 'relative', display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  grid: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, outlineStyle: 'none' },
  scroll: { flexGrow: 1, overflowY: 'auto', position: 'relative', scrollbarGutter: 'stable' },
  thin: { scrollbarGutter: 'auto' },
  lines: { position: 'relative' },
  more: { padding: '8px 20px', color: tokens.colorNeutralForeground3 },
});

interface CaseGridProps {
  list: LoadedList;
  filter: Filter;
}

/** The windowed grid: only the lines in view are mounted, however many are loaded. */
export function CaseGrid({ list, filter }: CaseGridProps) {
  const styles = useStyles();
  const width = useWidth();
  const { go } = useNavigation();
  const nowMs = useNow(10_000);
  const grid = useRef<HTMLDivElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: list.position.current.scrollTop, height: 800 });
  const [folded, setFolded] = useState<ReadonlySet<GroupKey>>(new Set());
  const { state, counts, position, selection, mayEnter, loadMore } = list;

  const lines = useMemo(
    () => toLines(state.rows, folded, state.next === undefined ? null : counts.groups),
    [state.rows, folded, state.next, counts.groups],
  );
  const { layout } = useWorkspace();
  const { me } = useSession();
  const shape = useMemo(() => shapeAt(width, layout), [width, layout]);
  const tops = useMemo(() => lineTops(lines, shape.heights), [lines, shape]);
  const { from, to } = linesInView(tops, view.top, view.height);

  const toggle = (key: GroupKey) =>
    setFolded((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  const open = (number: string) => {
    position.current = { ...position.current, focus: true };
    go({ filter, caseId: number });
  };
  const onClick = (event: MouseEvent) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const group = groupKeys.find((key) => key === target.closest('[data-group]')?.getAttribute('data-group'));
    if (group !== undefined) return toggle(group);
    const number = target.closest('[data-case]')?.getAttribute('data-case');
    const row = state.rows.find((each) => each.case.number === number);
    if (row === undefined) return;
    const { id } = row.case;
    const from = position.current.caseId;
    position.current.caseId = id;
    if (event.shiftKey) selection.extend(caseIds(lines), from, id);
    else if (target.closest('[data-select]') !== null) selection.toggle(id);
    else open(row.case.number);
  };
  const loadedIds = useMemo(() => state.rows.map((row) => row.case.id), [state.rows]);
  const chosen = loadedIds.filter((id) => selection.ids.has(id)).length;
  const reveal = (index: number) => {
    const box = scroll.current;
    if (box === null) return;
    const top = tops[index] ?? 0;
    const bottom = tops[index + 1] ?? top;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
  };
  const keys = useGridKeys({
    lines,
    columns: shape.columns.length,
    position,
    reveal,
    open,
    toggle,
    grid,
    showArrived: list.showArrived,
    selection,
    loadedIds,
  });

  mayEnter.current = () =>
    (scroll.current?.scrollTop ?? 0) < 4 && document.activeElement !== grid.current && position.current.caseId === null;

  useEffect(() => {
    const box = scroll.current;
    if (box === null) return;
    box.scrollTop = position.current.scrollTop;
    const measure = new ResizeObserver(() => setView({ top: box.scrollTop, height: box.clientHeight }));
    measure.observe(box);
    if (position.current.focus) grid.current?.focus({ preventScroll: true });
    return () => {
      measure.disconnect();
      mayEnter.current = () => false;
    };
  }, [position, mayEnter]);

  useEffect(() => {
    if (to >= lines.length - 20) loadMore();
  }, [to, lines.length, loadMore]);

  const onScroll = () => {
    const box = scroll.current;
    if (box === null) return;
    const wasBelow = position.current.scrollTop > 0;
    position.current.scrollTop = box.scrollTop;
    setView({ top: box.scrollTop, height: box.clientHeight });
    if (wasBelow && box.scrollTop === 0) list.tidy();
  };

  return (
    <div className={styles.box}>
      <ArrivedPill
        count={state.arrived.length}
        onShow={() => {
          list.showArrived();
          if (scroll.current !== null) scroll.current.scrollTop = 0;
        }}
      />
      <div
        ref={grid}
        {...gridProps({
          label: words.list.label,
          rows: (counts.total ?? state.total) + (shape.phone ? 0 : 1),
          columns: shape.columns.length,
          activeId: keys.activeId,
          onClick,
          onKeyDown: keys.onKeyDown,
          onFocus: keys.onFocus,
          onBlur: keys.onBlur,
        })}
        className={styles.grid}
      >
        {!shape.phone && (
          <GridHead
            shape={shape}
            filter={filter}
            select={{
              state: chosen === 0 ? 'off' : chosen === loadedIds.length ? 'on' : 'some',
              onToggle: () => selection.toggleLoaded(loadedIds),
            }}
          />
        )}
        <div
          ref={scroll}
          className={mergeClasses(styles.scroll, shape.phone && styles.thin)}
          onScroll={onScroll}
          role="presentation"
          data-testid="case-scroll"
        >
          <div className={styles.lines} style={{ height: tops.at(-1) }} {...rowsRole}>
            {lines.slice(from, to).map((line, offset) => {
              const index = from + offset;
              const active = keys.focused && keys.activeIndex === index;
              const top = tops[index] ?? 0;
              if (line.kind === 'group') {
                const group = { key: line.key, count: line.count, folded: folded.has(line.key) };
                return <GroupLine key={line.key} group={group} top={top} active={active} shape={shape} />;
              }
              return (
                <CaseLine
                  key={line.row.case.id}
                  row={line.row}
                  ordinal={line.ordinal}
                  top={top}
                  active={active}
                  cell={active ? keys.activeCell : null}
                  selected={selection.all || selection.ids.has(line.row.case.id)}
                  fresh={unseen(me.id, line.row.case)}
                  shape={shape}
                  nowMs={nowMs}
                />
              );
            })}
          </div>
          {state.next !== undefined && <div className={styles.more}>{words.list.loadingMore}</div>}
        </div>
      </div>
    </div>
  );
}
