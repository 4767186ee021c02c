import { Checkbox, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { Case } from '../../../../backend/contracts/case.ts';
import { useDirectory } from '../../../session/directory.tsx';
import type { OwnField } from '../../../session/directory-names.ts';
import { words } from '../../../words.ts';
import type { FieldChange } from '../field-words.ts';
import { sideWords } from './words.ts';

type Value = string | number | boolean | null;

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(80px, auto) minmax(0, 1fr)',
    gap: '6px 12px',
    alignItems: 'center',
  },
  name: { color: tokens.colorNeutralForeground3 },
});

/** The fields of the case's category. */
export function useOwnFields(value: Case): OwnField[] {
  const { categories } = useDirectory();
  return categories.find(({ id }) => id === value.category)?.fields ?? [];
}

interface OwnFieldsProps {
  value: Case;
  fields: OwnField[];
  onChange: (change: FieldChange) => void;
}

/** What an administrator asks of cases of this category; each is kept when one leaves it. */
export function OwnFields({ value, fields, onChange }: OwnFieldsProps) {
  const styles = useStyles();
  const may = value.actions.includes('edit');
  return (
    <div className={styles.list}>
      {fields.map((field) => (
        <FieldLine
          key={`${field.key}${value.fields?.[field.key]}`}
          field={field}
          value={value.fields?.[field.key] ?? null}
          may={may}
          onChange={(next) => onChange({ field: 'fields', value: { [field.key]: next } })}
        />
      ))}
    </div>
  );
}

interface FieldLineProps {
  field: OwnField;
  value: Value;
  may: boolean;
  onChange: (value: Value) => void;
}

function FieldLine({ field, value, may, onChange }: FieldLineProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <>
      <label className={styles.name} htmlFor={id}>
        {field.name}
      </label>
      {may ? (
        <FieldInput id={id} field={field} value={value} onChange={onChange} />
      ) : (
        <span id={id}>{said(value)}</span>
      )}
    </>
  );
}

function said(value: Value): string {
  if (typeof value === 'boolean') return value ? words.fieldValues.yes : words.fieldValues.no;
  return value === null ? sideWords.fields.none : String(value);
}

interface FieldInputProps extends Omit<FieldLineProps, 'may'> {
  id: string;
}

function FieldInput({ id, field, value, onChange }: FieldInputProps) {
  if (field.type === 'boolean')
    return <Checkbox id={id} checked={value === true} onChange={(_, data) => onChange(data.checked === true)} />;
  if (field.type === 'choice')
    return (
      <Select
        id={id}
        size="small"
        value={value === null ? '' : String(value)}
        onChange={(_, data) => onChange(data.value === '' ? null : data.value)}
      >
        <option value="">{sideWords.fields.none}</option>
        {field.options?.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </Select>
    );
  const keep = (text: string) => {
    if (text === (value === null ? '' : String(value))) return;
    onChange(text === '' ? null : field.type === 'number' ? Number(text) : text);
  };
  return (
    <Input
      id={id}
      size="small"
      type={field.type === 'text' ? 'text' : field.type}
      defaultValue={value === null ? '' : String(value)}
      placeholder={sideWords.fields.none}
      onBlur={(event) => keep(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}
