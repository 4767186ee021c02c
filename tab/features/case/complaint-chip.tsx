import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss12Regular } from '@fluentui/react-icons/svg/dismiss';
import { Megaphone12Regular } from '@fluentui/react-icons/svg/megaphone';
import type { Case } from '../../../backend/contracts/case.ts';
import { words } from '../../words.ts';
import type { FieldChange } from './field-words.ts';

const useStyles = makeStyles({
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '22px',
    paddingLeft: '6px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  alone: { paddingRight: '6px' },
  not: { minWidth: '24px', minHeight: '22px', padding: 0 },
});

/** Whether the customer complains; a person who sees otherwise says so with one press. */
export function ComplaintChip({ value, onChange }: { value: Case; onChange: (change: FieldChange) => void }) {
  const styles = useStyles();
  if (!value.complaint) return null;
  const editable = value.actions.includes('edit');
  return (
    <span className={editable ? styles.chip : `${styles.chip} ${styles.alone}`}>
      <Megaphone12Regular />
      {words.list.complaint}
      {editable && (
        <Button
          className={styles.not}
          appearance="transparent"
          size="small"
          icon={<Dismiss12Regular />}
          title={words.analyst.noComplaint}
          aria-label={words.analyst.noComplaint}
          onClick={() => onChange({ field: 'complaint', value: false })}
        />
      )}
    </span>
  );
}
