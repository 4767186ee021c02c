import { Field, Input, makeStyles, Select, Switch, Textarea } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useFault } from './faults.tsx';

const useStyles = makeStyles({ narrow: { maxWidth: '160px' }, area: { minHeight: '180px' } });

interface Common {
  label: string;
  /** Where it stands in the document, such as `teams.0.name`: what the server refuses there is shown below the field. */
  path: string;
  readOnly: boolean;
  hint?: string;
}

interface TextFieldProps extends Common {
  value: string;
  onChange: (value: string) => void;
  /** More than one line. */
  long?: boolean;
  required?: boolean;
}

export function TextField({ label, path, readOnly, hint, value, onChange, long = false, required }: TextFieldProps) {
  const styles = useStyles();
  return (
    <Labelled {...{ label, path, hint, required }}>
      {long ? (
        <Textarea
          resize="vertical"
          textarea={{ className: styles.area }}
          value={value}
          disabled={readOnly}
          onChange={(_, data) => onChange(data.value)}
        />
      ) : (
        <Input size="small" value={value} disabled={readOnly} onChange={(_, data) => onChange(data.value)} />
      )}
    </Labelled>
  );
}

interface NumberFieldProps extends Common {
  /** Null for none. */
  value: number | null;
  onChange: (value: number | null) => void;
}

/** An empty field is none. What is no number stays written and counts as what it was. */
export function NumberField({ label, path, readOnly, hint, value, onChange }: NumberFieldProps) {
  const styles = useStyles();
  return (
    <Labelled {...{ label, path, hint }}>
      <Input
        size="small"
        type="number"
        className={styles.narrow}
        value={value === null ? '' : String(value)}
        disabled={readOnly}
        onChange={(_, data) => onChange(data.value === '' ? null : Number(data.value))}
      />
    </Labelled>
  );
}

interface ListFieldProps extends Common {
  value: readonly string[];
  onChange: (value: string[]) => void;
}

/** Short texts with commas between. They count when the field is left. */
export function ListField({ label, path, readOnly, hint, value, onChange }: ListFieldProps) {
  const settled = value.join(', ');
  const [text, setText] = useState(settled);
  useEffect(() => setText(settled), [settled]);
  const settle = () => {
    const parts = text.split(/[,;\n]/).map((part) => part.trim());
    const found = [...new Set(parts.filter((part) => part !== ''))];
    if (found.join() !== value.join()) onChange(found);
    else setText(settled);
  };
  return (
    <Labelled {...{ label, path, hint }}>
      <Input
        size="small"
        value={text}
        disabled={readOnly}
        onChange={(_, data) => setText(data.value)}
        onBlur={settle}
        onKeyDown={(event) => event.key === 'Enter' && settle()}
      />
    </Labelled>
  );
}

interface ChoiceFieldProps extends Common {
  value: string;
  /** Names by key, in their order. */
  options: Readonly<Record<string, string>>;
  onChange: (value: string) => void;
}

export function ChoiceField({ label, path, readOnly, hint, value, options, onChange }: ChoiceFieldProps) {
  return (
    <Labelled {...{ label, path, hint }}>
      <Select size="small" value={value} disabled={readOnly} onChange={(_, data) => onChange(data.value)}>
        {!(value in options) && <option value={value}>{value}</option>}
        {Object.entries(options).map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </Select>
    </Labelled>
  );
}

interface SwitchFieldProps extends Common {
  value: boolean;
  onChange: (value: boolean) => void;
}

export function SwitchField({ label, path, readOnly, hint, value, onChange }: SwitchFieldProps) {
  const fault = useFault(path);
  return (
    <Field
      size="small"
      {...(hint !== undefined && { hint })}
      {...(fault !== undefined && { validationMessage: fault })}
    >
      <Switch label={label} checked={value} disabled={readOnly} onChange={(_, data) => onChange(data.checked)} />
    </Field>
  );
}

interface LabelledProps extends Pick<Common, 'label' | 'path'> {
  hint: string | undefined;
  required?: boolean | undefined;
  children: React.JSX.Element;
}

function Labelled({ label, path, hint, required, children }: LabelledProps) {
  const fault = useFault(path);
  return (
    <Field
      size="small"
      label={label}
      {...(required === true && { required })}
      {...(hint !== undefined && { hint })}
      {...(fault !== undefined && { validationMessage: fault })}
    >
      {children}
    </Field>
  );
}
