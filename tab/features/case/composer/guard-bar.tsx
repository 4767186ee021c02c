import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ShieldCheckmark16Regular } from '@fluentui/react-icons/svg/shield-checkmark';
import { ShieldError16Regular } from '@fluentui/react-icons/svg/shield-error';
import type { Reply } from './use-reply.ts';
import { composerWords as words } from './words.ts';

const useStyles = makeStyles({
  quiet: { display: 'flex', alignItems: 'center', gap: '6px', color: tokens.colorNeutralForeground3 },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2px 8px',
    padding: '2px 10px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground1,
  },
  danger: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorStatusDangerForeground3,
  },
  verdict: { flexGrow: 1 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  tick: { marginLeft: 'auto' },
});

/** What the guard says of those who would read the reply. Nobody new and nobody missing is one quiet line. */
export function GuardBar({ reply }: { reply: Reply }) {
  const styles = useStyles();
  const { check, to, cc } = reply;
  if (check === null) return <div className={styles.quiet}>{words.loading}</div>;
  if (to.length + cc.length === 0) return <Line danger>{words.nobody}</Line>;
  const others = Object.entries(check.otherCases);
  return (
    <div role="alert">
      {check.changed ? (
        <div className={mergeClasses(styles.bar, others.length > 0 && styles.danger)}>
          <ShieldError16Regular />
          <span className={styles.verdict}>
            <span className={styles.strong}>{words.guard}</span>{' '}
            {words.changes(check.added.length, check.dropped.length)}.{' '}
            {others.map(([email, number]) => words.otherCustomer(email, number)).join(' ')}
          </span>
          <Checkbox
            className={styles.tick}
            checked={reply.meant}
            label={words.meanIt}
            onChange={(_, data) => reply.mean(data.checked === true)}
          />
        </div>
      ) : (
        <div className={styles.quiet}>
          <ShieldCheckmark16Regular /> {words.same(to.length + cc.length)}
        </div>
      )}
      {check.forgottenFile && <Line>{words.forgottenFile}</Line>}
    </div>
  );
}

function Line({ children, danger = false }: { children: string; danger?: boolean }) {
  const styles = useStyles();
  return <div className={mergeClasses(styles.bar, danger && styles.danger)}>{children}</div>;
}
