import { mergeClasses } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { numberText } from '../../../ui/language.ts';
import { words } from '../../words.ts';
import type { GridShape } from './grid-columns.ts';
import { groupCellRole, rowRole } from './grid-roles.ts';
import type { GroupKey } from './groups.ts';
import { useLineStyles } from './line-styles.ts';

interface GroupLineProps {
  group: { key: GroupKey; count: number; folded: boolean };
  top: number;
  /** Whether the keyboard is on it. */
  active: boolean;
  shape: GridShape;
}

/** Head of a group; a press folds it. */
export function GroupLine({ group, top, active, shape }: GroupLineProps) {
  const styles = useLineStyles();
  const { columns, heights } = shape;
  const { key, count, folded } = group;
  const Chevron = folded ? ChevronRight16Regular : ChevronDown16Regular;
  return (
    <div
      {...rowRole()}
      id={`group-${key}`}
      className={mergeClasses(styles.line, styles.group, active && styles.active)}
      style={{ top, height: heights.group }}
      data-group={key}
    >
      <span {...groupCellRole(columns.length, !folded)} className={styles.groupCell}>
        <Chevron />
        <span className={mergeClasses(styles.groupWord, key === 'overdue' && styles.overdue)}>{words.groups[key]}</span>
        <span className={styles.quiet}>{numberText(count)}</span>
        {key === 'paused' && <span className={styles.quiet}>· {words.pausedHint}</span>}
      </span>
    </div>
  );
}
