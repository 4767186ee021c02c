import { mergeClasses } from '@fluentui/react-components';
import { memo } from 'react';
import type { Case } from '../../../backend/contracts/case.ts';
import { leadingClock } from '../../../backend/contracts/clock-words.ts';
import { useAppearance } from '../../../ui/appearance.ts';
import { readClock } from '../../../ui/clock-reading.ts';
import { priorityWords, statusWords } from '../../../ui/words.ts';
import { words } from '../../words.ts';
import { CaseCell } from './case-cell.tsx';
import { type GridShape, useRowBox } from './grid-columns.ts';
import { cellRole, rowRole } from './grid-roles.ts';
import { useLineStyles } from './line-styles.ts';
import type { Row } from './list-state.ts';
import { PhoneCells } from './phone-cells.tsx';
import { listWords } from './words.ts';

interface CaseLineProps {
  row: Row;
  ordinal: number;
  top: number;
  /** Whether the keyboard is on the row or one of its cells. */
  active: boolean;
  /** The cell the keyboard is on; null for the whole row. */
  cell: number | null;
  selected: boolean;
  /** Messages that came since this person looked; null for none. */
  fresh: number | null;
  shape: GridShape;
  nowMs: number;
}

/** One case on one line: 36 px with columns, or two short lines on the phone. */
export const CaseLine = memo(function CaseLine(props: CaseLineProps) {
  const { row, ordinal, top, active, cell: activeCell, selected, fresh, shape, nowMs } = props;
  const styles = useLineStyles();
  const box = useRowBox();
  const contrast = useAppearance() === 'contrast';
  const { case: value, left, flashes } = row;
  return (
    <div
      {...rowRole(ordinal + (shape.phone ? 0 : 1), rowSentence(value, fresh, nowMs), selected)}
      id={`case-${value.id}`}
      data-case={value.number}
      className={mergeClasses(
        styles.line,
        shape.phone ? styles.phoneRow : box.row,
        styles.case,
        contrast && styles.caseInContrast,
        selected && styles.selected,
        selected && contrast && styles.selectedInContrast,
        active && activeCell === null && styles.active,
      )}
      style={{ top, height: shape.heights.case, gridTemplateColumns: shape.template }}
    >
      {flashes > 0 && (
        <span key={flashes} aria-hidden className={mergeClasses(styles.flash, contrast && styles.flashInContrast)} />
      )}
      {shape.phone ? (
        <PhoneCells value={value} left={left} fresh={fresh} nowMs={nowMs} />
      ) : (
        shape.columns.map((column, cell) => (
          <div
            key={column}
            {...cellRole}
            id={`case-${value.id}-${cell}`}
            data-select={column === 'select' ? '' : undefined}
            className={mergeClasses(
              styles.cell,
              left && styles.left,
              column === 'select' && styles.selectCell,
              column === 'number' && styles.number,
              (column === 'updated' || column === 'created') && styles.updated,
              active && activeCell === cell && styles.activeCell,
            )}
          >
            <CaseCell column={column} row={row} selected={selected} fresh={fresh} shape={shape} nowMs={nowMs} />
          </div>
        ))
      )}
    </div>
  );
});

/** The row in one sentence for screen readers. */
function rowSentence(value: Case, fresh: number | null, nowMs: number): string {
  const lead = leadingClock(value.sla);
  return [
    value.number,
    value.subject,
    priorityWords[value.priority],
    statusWords[value.status],
    value.assigneeName ?? words.views.unassigned,
    lead === null ? words.groups.nothing : readClock(lead, nowMs).sentence,
    ...(fresh === null ? [] : [listWords.unread.row(fresh)]),
  ].join(', ');
}
