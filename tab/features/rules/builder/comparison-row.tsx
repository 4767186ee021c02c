import { Button, Checkbox, Input, makeStyles } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { words } from '../words.ts';
import { Choose } from './choose.tsx';
import type { Comparison } from './condition-edits.ts';
import { freshComparison, type Operator, operandOf, operatorsOf, withOperator } from './operators.ts';
import { OutcomeMark } from './outcome-mark.tsx';
import { type Field, fieldAt } from './use-fields.ts';
import { ValueInput } from './value-input.tsx';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 5fr) minmax(0, 5fr) minmax(0, 7fr) 24px',
    gap: '6px',
    alignItems: 'start',
    '@media (max-width: 639px)': { gridTemplateColumns: '16px minmax(0, 1fr) 24px', rowGap: '4px' },
  },
  part: {
    minWidth: 0,
    '@media (max-width: 639px)': { gridColumn: '2' },
  },
  mark: { display: 'flex', paddingTop: '4px' },
  remove: { '@media (max-width: 639px)': { gridColumn: '3', gridRow: '1' } },
  wide: { width: '100%', minWidth: 0 },
});

/** Stands for a path that is typed. */
const other = '(other)';
const operatorsWithLetters = /contains|starts|ends|regex|^is(?: not| any of| none of)?$/;

interface ComparisonRowProps {
  comparison: Comparison;
  place: string;
  fields: Field[];
  held: boolean | null;
  readOnly: boolean;
  onChange: (comparison: Comparison) => void;
  onRemove: () => void;
}

/** One comparison: a field, an operator and what it is compared with. */
export function ComparisonRow({ comparison, place, fields, held, readOnly, onChange, onRemove }: ComparisonRowProps) {
  const styles = useStyles();
  const field = fieldAt(fields, comparison.field);
  const named = fields.includes(field);
  const lettersMatter = field.kind === 'text' && operatorsWithLetters.test(comparison.op);
  const choices = [...fields.map(({ path, name }) => ({ id: path, name })), { id: other, name: words.if.otherField }];
  return (
    <div className={styles.row}>
      <span className={styles.mark}>
        <OutcomeMark held={held} />
      </span>
      <div className={styles.part}>
        <Choose
          label={words.if.field(place)}
          value={named ? field.path : other}
          choices={choices}
          onChoose={(path) => {
            const next = fieldAt(fields, path === other ? 'fields.' : path);
            onChange(freshComparison(next.path, next.kind));
          }}
        />
        {!named && (
          <Input
            className={styles.wide}
            size="small"
            aria-label={words.if.path(place)}
            value={comparison.field}
            onChange={(_, data) => onChange({ ...comparison, field: data.value })}
          />
        )}
      </div>
      <Choose
        className={styles.part}
        label={words.if.op(place)}
        value={comparison.op}
        choices={operatorsOf(field.kind, comparison.op).map((op) => ({ id: op, name: words.if.ops[op] }))}
        onChoose={(op) => onChange(withOperator(comparison, op as Operator, field.kind))}
      />
      <div className={styles.part}>
        <ValueInput comparison={comparison} field={field} place={place} onChange={onChange} />
        {lettersMatter && operandOf(comparison.op) !== 'none' && comparison.caseSensitive !== undefined && (
          <Checkbox
            label={words.if.caseSensitive}
            checked={comparison.caseSensitive}
            onChange={(_, data) => onChange({ ...comparison, caseSensitive: data.checked === true })}
          />
        )}
      </div>
      {!readOnly && (
        <Button
          className={styles.remove}
          appearance="subtle"
          size="small"
          icon={<Dismiss16Regular />}
          aria-label={words.if.remove(place)}
          onClick={onRemove}
        />
      )}
    </div>
  );
}
