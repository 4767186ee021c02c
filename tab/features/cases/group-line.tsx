import { mergeClasses } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { useWidth } from '../../shell/width.ts';
import { words } from '../../words.ts';
import { shapeAt } from './grid-columns.ts';
import { groupCellRole, rowRole } from './grid-roles.ts';
import type { GroupKey } from './groups.ts';
import { useLineStyles } from './line-styles.ts';

/** Where a line stands in the window, and whether the keyboard is on it or on one of its cells. */
export interface LinePlace {
  top: number;
  active: boolean;
  cell: number | null;
}

interface GroupLineProps {
  group: { key: GroupKey; count: number; folded: boolean };
  place: LinePlace;
}

/** Head of a group; a press folds it. */
export function GroupLine({ group, place }: GroupLineProps) {
  const styles = useLineStyles();
  const { columns, heights } = shapeAt(useWidth());
  const { key, count, folded } = group;
  const Chevron = folded ? ChevronRight16Regular : ChevronDown16Regular;
  return (
    <div
      {...rowRole()}
      id={`group-${key}`}
      className={mergeClasses(styles.line, styles.group, place.active && styles.active)}
      style={{ top: place.top, height: heights.group }}
      data-group={key}
    >
      <span {...groupCellRole(columns.length, !folded)} className={styles.groupCell}>
        <Chevron />
        <span className={mergeClasses(styles.groupWord, key === 'overdue' && styles.overdue)}>{words.groups[key]}</span>
        <span className={styles.quiet}>{count}</span>
        {key === 'paused' && <span className={styles.quiet}>· {words.pausedHint}</span>}
      </span>
    </div>
  );
}
