import { Input, makeStyles } from '@fluentui/react-components';
import { words } from '../words.ts';
import { Choose, choicesOf } from './choose.tsx';
import type { Comparison } from './condition-edits.ts';
import { operandOf } from './operators.ts';
import type { Field } from './use-fields.ts';
import { ValueList } from './value-list.tsx';

const useStyles = makeStyles({
  span: { display: 'flex', gap: '6px', minWidth: 0 },
  amount: { width: '84px', minWidth: 0 },
  wide: { width: '100%', minWidth: 0 },
});

interface ValueInputProps {
  comparison: Comparison;
  field: Field;
  place: string;
  onChange: (comparison: Comparison) => void;
}

/** What a field is compared with, entered as its type wants it. */
export function ValueInput({ comparison, field, place, onChange }: ValueInputProps) {
  const styles = useStyles();
  const { op, value, unit = 'day' } = comparison;
  const label = words.if.value(place);
  const put = (next: unknown) => onChange({ ...comparison, value: next });
  const operand = operandOf(op);
  if (operand === 'none') return <span />;
  if (operand === 'span')
    return (
      <div className={styles.span}>
        <Amount label={label} value={value} onChange={put} />
        <Choose
          label={words.if.unit(place)}
          value={unit}
          choices={choicesOf(words.units)}
          onChoose={(next) => onChange({ ...comparison, unit: next as typeof unit })}
        />
      </div>
    );
  if (operand === 'day')
    return (
      <Input
        className={styles.wide}
        size="small"
        type="date"
        aria-label={label}
        value={String(value ?? '').slice(0, 10)}
        onChange={(_, data) => put(data.value)}
      />
    );
  if (operand === 'many' || Array.isArray(value))
    return <ValueList label={label} values={[value ?? []].flat().map(String)} choices={field.choices} onChange={put} />;
  if (field.kind === 'boolean')
    return (
      <Choose
        label={label}
        value={String(value)}
        choices={choicesOf({ true: words.if.yes, false: words.if.no })}
        onChoose={(next) => put(next === 'true')}
      />
    );
  if (field.kind === 'number') return <Amount label={label} value={value} onChange={put} />;
  if (field.choices.length > 0)
    return (
      <Choose
        label={label}
        value={String(value ?? '')}
        choices={value === '' ? [{ id: '', name: words.if.choose }, ...field.choices] : field.choices}
        onChoose={put}
      />
    );
  return (
    <Input
      className={styles.wide}
      size="small"
      aria-label={label}
      value={String(value ?? '')}
      onChange={(_, data) => put(data.value)}
    />
  );
}

function Amount({ label, value, onChange }: { label: string; value: unknown; onChange: (value: number) => void }) {
  const styles = useStyles();
  return (
    <Input
      className={styles.amount}
      size="small"
      type="number"
      min={0}
      aria-label={label}
      value={String(value ?? '')}
      onChange={(_, data) => onChange(Number(data.value))}
    />
  );
}
