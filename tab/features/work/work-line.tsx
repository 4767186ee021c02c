import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ClockAlarm16Filled } from '@fluentui/react-icons/svg/clock-alarm';
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle';
import { TaskListSquareLtr16Regular } from '@fluentui/react-icons/svg/task-list-square-ltr';
import { PriorityLabel } from '../../../ui/priority.tsx';
import { useNavigation, useRouteLink } from '../../navigation.tsx';
import { useFocusRing } from '../../shell/focus-ring.ts';
import type { standingOf, Work } from './next-up.ts';
import { workWords as words } from './words.ts';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: '20px 64px 88px minmax(0, 1fr) minmax(0, auto)',
    alignItems: 'center',
    gap: '8px',
    minHeight: '36px',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    '&:hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    '@media (max-width: 639px)': { gridTemplateColumns: '20px minmax(0, 1fr)', padding: '6px 0' },
  },
  number: { color: tokens.colorNeutralForeground3, '@media (max-width: 639px)': { display: 'none' } },
  /** The phone names a pressing priority among the reasons. */
  wide: { '@media (max-width: 639px)': { display: 'none' } },
  subject: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontSize: tokens.fontSizeBase300 },
  reasons: {
    color: tokens.colorNeutralForeground2,
    textAlign: 'right',
    '@media (max-width: 639px)': { gridColumn: '2', textAlign: 'left' },
  },
  overdue: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
  soon: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
});

interface WorkLineProps {
  work: Work;
  reasons: string[];
  standing: ReturnType<typeof standingOf>;
}

/** One thing to do: what it is, and why it stands here. */
export function WorkLine({ work, reasons, standing }: WorkLineProps) {
  const styles = useStyles();
  const ring = useFocusRing();
  const { route } = useNavigation();
  const link = useRouteLink();
  const number = work.kind === 'case' ? work.case.number : (work.task.caseNumber ?? '');
  const title = work.kind === 'case' ? work.case.subject : `${words.task}: ${work.task.title}`;
  const priority = work.kind === 'case' ? work.case.priority : work.task.priority;
  const [first, ...others] = reasons;
  const target =
    number === ''
      ? { page: 'work' as const, filter: route.filter, caseId: null }
      : { filter: route.filter, caseId: number };
  return (
    <li>
      <a data-work {...link(target)} className={mergeClasses(styles.line, ring)} title={title}>
        {standing === 'overdue' ? (
          <ErrorCircle16Filled className={styles.overdue} />
        ) : standing === 'soon' ? (
          <ClockAlarm16Filled className={styles.soon} />
        ) : work.kind === 'task' ? (
          <TaskListSquareLtr16Regular />
        ) : (
          <span />
        )}
        <span className={styles.number}>{number}</span>
        <span className={styles.wide}>
          <PriorityLabel priority={priority} />
        </span>
        <span className={styles.subject}>{title}</span>
        <span className={styles.reasons}>
          {first !== undefined && (
            <span className={standing === 'overdue' ? styles.overdue : standing === 'soon' ? styles.soon : undefined}>
              {first}
            </span>
          )}
          {others.length > 0 && ` · ${others.join(' · ')}`}
        </span>
      </a>
    </li>
  );
}
