import { makeStyles, tokens } from '@fluentui/react-components';
import { PlugDisconnected16Regular } from '@fluentui/react-icons/svg/plug-disconnected';
import { timeOfDay } from '../../ui/format.ts';
import { useConnection } from '../session/live.tsx';
import { words } from '../words.ts';
import { TextButton } from './text-button.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '6px 20px',
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground1,
    borderBottom: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  text: { flexGrow: 1 },
  since: { fontWeight: tokens.fontWeightSemibold },
});

/** One bar under the top bar while changes do not come through. */
export function OfflineBar() {
  const styles = useStyles();
  const { connection, tryNow } = useConnection();
  if (connection.kind === 'live') return <div role="status" />;
  const since = timeOfDay(connection.sinceMs);
  const offline = connection.kind === 'offline';
  return (
    <div role="status" className={styles.bar}>
      <PlugDisconnected16Regular />
      <span className={styles.text}>
        <span className={styles.since}>
          {offline ? words.connection.offline(since) : words.connection.paused(since)}
        </span>{' '}
        {offline ? words.connection.offlineLead : words.connection.pausedLead}
      </span>
      <TextButton onClick={tryNow}>{words.connection.tryNow}</TextButton>
    </div>
  );
}
