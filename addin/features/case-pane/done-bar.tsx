import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import type { DoneLast } from './pane-state.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    gap: '8px',
    alignItems: 'center',
    padding: '4px 14px',
    minHeight: '32px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
});

/** What was done last, with the way back where there is one. It stays until the next thing is done. */
export function DoneBar({ done, onUndo }: { done: DoneLast; onUndo: () => void }) {
  const styles = useStyles();
  return (
    <div className={styles.bar} role="status">
      <Checkmark16Regular />
      <span className={styles.text}>{done.text}</span>
      {done.undoOf !== null && (
        <Button size="small" appearance="transparent" onClick={onUndo}>
          Undo
        </Button>
      )}
    </div>
  );
}
