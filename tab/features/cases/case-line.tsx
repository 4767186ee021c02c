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
import type { LinePlace } from './group-line.tsx';
import { useLineStyles } from './line-styles.ts';
import type { Row } from './list-state.ts';
import { PhoneCells } from './phone-cells.tsx';

interface CaseLineProps {
  row: Row;
  ordinal: number;
  place: LinePlace;
  shape: GridShape;
  nowMs: number;
}

/** One case on one line: 36 px with columns, or two short lines on the phone. */
export const CaseLine = memo(function CaseLine({ row, ordinal, place, shape, nowMs }: CaseLineProps) {
  const styles = useLineStyles();
  const box = useRowBox();
  const contrast = useAppearance() === 'contrast';
  const { case: value, left, flashes } = row;
  return (
    <div
      {...rowRole(ordinal + (shape.phone ? 0 : 1), rowSentence(value, nowMs))}
      id={`case-${value.id}`}
      data-case={value.number}
      className={mergeClasses(
        styles.line,
        shape.phone ? styles.phoneRow : box.row,
        styles.case,
        contrast && styles.caseInContrast,
        place.active && place.cell === null && styles.active,
      )}
      style={{ top: place.top, height: shape.heights.case, gridTemplateColumns: shape.template }}
    >
      {flashes > 0 && (
        <span key={flashes} aria-hidden className={mergeClasses(styles.flash, contrast && styles.flashInContrast)} />
      )}
      {shape.phone ? (
        <PhoneCells value={value} left={left} nowMs={nowMs} />
      ) : (
        shape.columns.map((column, cell) => (
          <div
            key={column}
            {...cellRole}
            id={`case-${value.id}-${cell}`}
            className={mergeClasses(
              styles.cell,
              left && styles.left,
              column === 'number' && styles.number,
              column === 'updated' && styles.updated,
              place.cell === cell && styles.activeCell,
            )}
          >
            <CaseCell column={column} row={row} shape={shape} nowMs={nowMs} />
          </div>
        ))
      )}
    </div>
  );
}, sameLine);

function sameLine(a: CaseLineProps, b: CaseLineProps): boolean {
  const samePlace = a.place.top === b.place.top && a.place.active === b.place.active && a.place.cell === b.place.cell;
  return samePlace && a.row === b.row && a.shape === b.shape && a.nowMs === b.nowMs && a.ordinal === b.ordinal;
}

/** The row in one sentence for screen readers. */
function rowSentence(value: Case, nowMs: number): string {
  const lead = leadingClock(value.sla);
  return [
    value.number,
    value.subject,
    priorityWords[value.priority],
    statusWords[value.status],
    value.assigneeName ?? words.views.unassigned,
    lead === null ? words.groups.nothing : readClock(lead, nowMs).sentence,
  ].join(', ');
}
