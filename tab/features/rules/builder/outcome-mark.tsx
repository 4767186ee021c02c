import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { DismissCircle16Regular } from '@fluentui/react-icons/svg/dismiss-circle';
import { words } from '../words.ts';

const useStyles = makeStyles({
  mark: { display: 'inline-flex', width: '16px', height: '16px', flexShrink: 0 },
  holds: { color: tokens.colorStatusSuccessForeground1 },
  fails: { color: tokens.colorNeutralForeground3 },
});

/** Tick or cross of a condition on the tested case; nothing before a test. */
export function OutcomeMark({ held }: { held: boolean | null }) {
  const styles = useStyles();
  if (held === null) return <span className={styles.mark} aria-hidden />;
  return (
    <span className={styles.mark} role="img" aria-label={held ? words.if.holds : words.if.fails}>
      {held ? (
        <CheckmarkCircle16Filled className={styles.holds} />
      ) : (
        <DismissCircle16Regular className={styles.fails} />
      )}
    </span>
  );
}
