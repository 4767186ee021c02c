import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle';
import { PlugDisconnected16Regular } from '@fluentui/react-icons/svg/plug-disconnected';
import type { PaneProblem } from './pane-problem.ts';

const useStyles = makeStyles({
  bar: {
    display: 'grid',
    gridTemplateColumns: '16px 1fr',
    gap: '4px 8px',
    padding: '10px 14px',
    backgroundColor: tokens.colorStatusDangerBackground1,
    borderBottom: `1px solid ${tokens.colorStatusDangerBorder1}`,
    overflowWrap: 'anywhere',
  },
  offline: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    borderBottomColor: tokens.colorStatusWarningBorder1,
  },
  icon: { color: tokens.colorStatusDangerForeground3 },
  offlineIcon: { color: tokens.colorStatusWarningForeground1 },
  words: { margin: 0 },
  title: { fontWeight: tokens.fontWeightSemibold },
  id: { display: 'block', color: tokens.colorNeutralForeground2 },
  action: { gridColumnStart: 2, justifySelf: 'start' },
});

/** An error in the place of the action that failed; it stays until the action works. */
export function ProblemBar({ problem, onRetry }: { problem: PaneProblem; onRetry?: () => void }) {
  const styles = useStyles();
  const offline = problem.kind === 'offline';
  const Mark = offline ? PlugDisconnected16Regular : ErrorCircle16Filled;
  return (
    <div className={mergeClasses(styles.bar, offline && styles.offline)} role="alert">
      <Mark className={offline ? styles.offlineIcon : styles.icon} />
      <p className={styles.words}>
        <span className={styles.title}>{problem.title}</span> {problem.text}
        {problem.requestId !== undefined && <span className={styles.id}>Request {problem.requestId}</span>}
      </p>
      {onRetry && (
        <Button size="small" className={styles.action} onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}
