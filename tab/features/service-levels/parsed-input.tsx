import { Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';

const useStyles = makeStyles({
  input: { minWidth: 0, width: '100%' },
  changed: { outline: `1px dashed ${tokens.colorNeutralStrokeAccessible}`, outlineOffset: '1px' },
  fault: { display: 'block', color: tokens.colorStatusDangerForeground3 },
});

interface ParsedInputProps<T> {
  label: string;
  value: T;
  format: (value: T) => string;
  /** Undefined for a text that says nothing. */
  read: (text: string) => T | undefined;
  onChange: (value: T) => void;
  /** What a good text looks like. */
  hint: string;
  changed?: boolean;
  disabled?: boolean;
  placeholder?: string;
}

/** A value written as one short text. It counts when the field is left; a text that cannot be read stays, and says so. */
export function ParsedInput<T>(props: ParsedInputProps<T>) {
  const { label, value, format, read, onChange, hint, changed = false, disabled = false, placeholder } = props;
  const styles = useStyles();
  const settled = format(value);
  const [text, setText] = useState(settled);
  const [faulty, setFaulty] = useState(false);
  useEffect(() => {
    setText(settled);
    setFaulty(false);
  }, [settled]);
  const settle = () => {
    const found = read(text);
    setFaulty(found === undefined);
    if (found === undefined) return;
    if (format(found) !== settled) onChange(found);
    else setText(settled);
  };
  return (
    <span>
      <Input
        size="small"
        className={mergeClasses(styles.input, changed && styles.changed)}
        aria-label={label}
        aria-invalid={faulty}
        disabled={disabled}
        value={text}
        {...(placeholder !== undefined && { placeholder })}
        onChange={(_, data) => setText(data.value)}
        onBlur={settle}
        onKeyDown={(event) => event.key === 'Enter' && settle()}
      />
      {faulty && (
        <span className={styles.fault} role="alert">
          {hint}
        </span>
      )}
    </span>
  );
}
