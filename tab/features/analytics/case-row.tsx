import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Case } from '../../../backend/contracts/case.ts';
import { ClockCell } from '../../../ui/clock.tsx';
import { ageText, fullInstant } from '../../../ui/format.ts';
import { Person, Unassigned } from '../../../ui/person.tsx';
import { PriorityLabel } from '../../../ui/priority.tsx';
import { StatusLabel } from '../../../ui/status.tsx';
import { useNavigation, useRouteLink } from '../../navigation.tsx';
import { useFocusRing } from '../../shell/focus-ring.ts';
import { useWidth } from '../../shell/width.ts';
import { analyticsWords } from './words.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '64px 92px minmax(0, 1fr) minmax(0, 190px) 140px 140px 150px 60px',
    gap: '8px',
    alignItems: 'center',
    minHeight: '36px',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
    '@media (max-width: 1099px)': { gridTemplateColumns: '64px 92px minmax(0, 1fr) 140px 150px 60px' },
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr) 110px', padding: '6px 0' },
  },
  subject: { fontSize: tokens.fontSizeBase300, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  number: { textAlign: 'end', color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
});

/** One case as a line: what it is, whose it is, its clock, and how long ago it was opened. */
export function CaseRow({ item, nowMs }: { item: Case; nowMs: number }) {
  const styles = useStyles();
  const ring = useFocusRing();
  const width = useWidth();
  const { route } = useNavigation();
  const link = useRouteLink();
  const wide = width === 'full' || width === 'wide';
  const phone = width === 'phone';
  const createdMs = Date.parse(item.createdAt);
  return (
    <li>
      <a className={mergeClasses(styles.row, ring)} {...link({ filter: route.filter, caseId: item.number })}>
        {!phone && <span className={styles.quiet}>{item.number}</span>}
        {!phone && <PriorityLabel priority={item.priority} />}
        <span className={styles.subject}>{item.subject}</span>
        {wide && <span className={styles.quiet}>{item.customer.name || item.customer.email}</span>}
        {wide && <StatusLabel status={item.status} />}
        {!phone &&
          (item.assignee === null ? (
            <Unassigned />
          ) : (
            <Person id={item.assignee} name={item.assigneeName ?? item.assignee} />
          ))}
        <ClockCell sla={item.sla} nowMs={nowMs} bar={!phone} />
        {!phone && (
          <span className={styles.number} title={fullInstant(createdMs)}>
            {analyticsWords.since(ageText(createdMs, nowMs), nowMs - createdMs < 60_000)}
          </span>
        )}
      </a>
    </li>
  );
}
