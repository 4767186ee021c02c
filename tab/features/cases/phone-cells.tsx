import { mergeClasses } from '@fluentui/react-components';
import type { Case } from '../../../backend/contracts/case.ts';
import { ClockCell } from '../../../ui/clock.tsx';
import { Face } from '../../../ui/person.tsx';
import { PriorityLabel } from '../../../ui/priority.tsx';
import { words } from '../../words.ts';
import { customerName, SubjectLink, UnreadDot } from './case-cell.tsx';
import { cellRole } from './grid-roles.ts';
import { useLineStyles } from './line-styles.ts';

interface PhoneCellsProps {
  value: Case;
  left: boolean;
  fresh: number | null;
  nowMs: number;
}

/** Two lines: subject and clock, then priority, customer and who has it. */
export function PhoneCells({ value, left, fresh, nowMs }: PhoneCellsProps) {
  const styles = useLineStyles();
  return (
    <>
      <div {...cellRole} className={mergeClasses(styles.cell, left && styles.left)}>
        <div className={styles.phoneLine}>
          {fresh !== null && <UnreadDot />}
          <SubjectLink value={value} unread={fresh !== null} />
        </div>
        <div className={styles.phoneLine}>
          <PriorityLabel priority={value.priority} compact />
          <span className={styles.snippet}>{left ? words.list.left : customerName(value)}</span>
        </div>
      </div>
      <div {...cellRole}>
        <div className={mergeClasses(styles.phoneLine, styles.phoneEnd)}>
          <ClockCell sla={value.sla} nowMs={nowMs} bar={false} />
        </div>
        <div className={mergeClasses(styles.phoneLine, styles.phoneEnd)}>
          {value.assignee === null ? (
            <span className={styles.quiet}>{words.list.nobody}</span>
          ) : (
            <span
              role="img"
              aria-label={value.assigneeName ?? value.assignee}
              title={value.assigneeName ?? value.assignee}
            >
              <Face id={value.assignee} name={value.assigneeName ?? value.assignee} />
            </span>
          )}
        </div>
      </div>
    </>
  );
}
