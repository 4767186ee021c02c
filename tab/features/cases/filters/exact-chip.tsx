import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss12Regular } from '@fluentui/react-icons/svg/dismiss';
import { type Exact, exactWords } from '../exact.ts';
import { listWords } from '../words.ts';

const useStyles = makeStyles({
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '24px',
    paddingLeft: '8px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    whiteSpace: 'nowrap',
  },
  close: { minWidth: '24px', padding: 0 },
});

/** What a figure brought along, as one thing: it is looked at or taken away, not edited. */
export function ExactChip({ exact, onRemove }: { exact: Exact; onRemove: () => void }) {
  const styles = useStyles();
  return (
    <span className={styles.chip}>
      {listWords.exact.figure} <strong>{exactWords(exact)}</strong>
      <Button
        className={styles.close}
        appearance="transparent"
        size="small"
        icon={<Dismiss12Regular />}
        aria-label={listWords.exact.remove}
        onClick={onRemove}
      />
    </span>
  );
}
