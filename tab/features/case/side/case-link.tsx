import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Case } from '../../../../backend/contracts/case.ts';
import { useNavigation, useRouteLink } from '../../../navigation.tsx';
import { useFocusRing } from '../../../shell/focus-ring.ts';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: '60px minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: '8px',
    minHeight: '26px',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    '&:hover': { textDecorationLine: 'underline' },
  },
  number: { color: tokens.colorBrandForeground1 },
  subject: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

interface CaseLinkProps {
  value: Pick<Case, 'number' | 'subject'>;
  /** What stands at the end of the line. */
  end: ReactNode;
}

/** Another case on one line. */
export function CaseLink({ value, end }: CaseLinkProps) {
  const styles = useStyles();
  const ring = useFocusRing();
  const { route } = useNavigation();
  const link = useRouteLink();
  return (
    <a {...link({ ...route, caseId: value.number })} className={mergeClasses(styles.line, ring)} title={value.subject}>
      <span className={styles.number}>{value.number}</span>
      <span className={styles.subject}>{value.subject}</span>
      {end}
    </a>
  );
}
