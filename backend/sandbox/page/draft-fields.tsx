import { Field, Input, makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components';
import type { Draft, DraftFaults } from './drafts.ts';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: '6px 16px',
    padding: '10px 12px',
    '@media (max-width: 560px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  whole: { gridColumnStart: 1, gridColumnEnd: -1 },
  field: {
    gridTemplateColumns: '56px minmax(0, 1fr)',
    '& .fui-Field__label': { color: tokens.colorNeutralForeground3 },
  },
  mono: { fontFamily: tokens.fontFamilyMonospace, fontSize: '11px' },
});

interface DraftFieldsProps {
  draft: Draft;
  faults: DraftFaults;
  showsHeaders: boolean;
  onChange: (part: Partial<Draft>) => void;
}

/** Who writes to whom, and what. */
export function DraftFields({ draft, faults, showsHeaders, onChange }: DraftFieldsProps) {
  const styles = useStyles();
  const line = { size: 'small', orientation: 'horizontal', className: styles.field } as const;
  const whole = { ...line, className: mergeClasses(styles.field, styles.whole) };
  return (
    <div className={styles.fields}>
      <Field {...line} label="From" {...faultOf(faults.from)}>
        <Input
          placeholder="Name <name@example.com>"
          value={draft.from}
          onChange={(_, { value }) => onChange({ from: value })}
        />
      </Field>
      <Field {...line} label="To" {...faultOf(faults.to)}>
        <Input value={draft.to} onChange={(_, { value }) => onChange({ to: value })} />
      </Field>
      <Field {...whole} label="Subject" {...(draft.answers !== null && { hint: `Answers ${draft.answers.what}` })}>
        <Input value={draft.subject} onChange={(_, { value }) => onChange({ subject: value })} />
      </Field>
      <Field {...whole} label="Text">
        <Textarea
          rows={4}
          resize="vertical"
          value={draft.body}
          onChange={(_, { value }) => onChange({ body: value })}
        />
      </Field>
      {showsHeaders && (
        <Field {...whole} label="Headers" hint="Raw, one a line" {...faultOf(faults.headers)}>
          <Textarea
            rows={3}
            textarea={{ className: styles.mono }}
            placeholder="Auto-Submitted: auto-replied"
            value={draft.headers}
            onChange={(_, { value }) => onChange({ headers: value })}
          />
        </Field>
      )}
    </div>
  );
}

function faultOf(message: string | undefined) {
  return message === undefined ? {} : { validationMessage: message, validationState: 'error' as const };
}
