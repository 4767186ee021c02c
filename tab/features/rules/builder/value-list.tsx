import { Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { Dismiss12Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import type { Choice } from '../../../session/directory-names.ts';
import { useFocusRing } from '../../../shell/focus-ring.ts';
import { words } from '../words.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexWrap: 'wrap', gap: '4px', minWidth: 0, alignItems: 'center' },
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '2px',
    minHeight: '24px',
    maxWidth: '100%',
    paddingLeft: '8px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
  },
  remove: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '24px',
    height: '24px',
    flexShrink: 0,
    padding: 0,
    border: 'none',
    color: 'inherit',
    backgroundColor: 'transparent',
    cursor: 'pointer',
  },
  entry: { flexGrow: 1, flexBasis: '96px', minWidth: '88px', maxWidth: '100%' },
});

interface ValueListProps {
  label: string;
  values: readonly string[];
  /** Where only these make sense; otherwise anything can be typed. */
  choices: readonly Choice[];
  onChange: (values: string[]) => void;
}

/** Several values as chips, with a place for one more. */
export function ValueList({ label, values, choices, onChange }: ValueListProps) {
  const styles = useStyles();
  const ring = useFocusRing();
  const add = (value: string) => value !== '' && !values.includes(value) && onChange([...values, value]);
  const left = choices.filter(({ id }) => !values.includes(id));
  return (
    <div className={styles.box}>
      {values.map((value) => {
        const name = choices.find(({ id }) => id === value)?.name ?? value;
        return (
          <span key={value} className={styles.chip}>
            {name}
            <button
              type="button"
              className={`${styles.remove} ${ring}`}
              aria-label={words.if.removeValue(name)}
              onClick={() => onChange(values.filter((other) => other !== value))}
            >
              <Dismiss12Regular />
            </button>
          </span>
        );
      })}
      {choices.length === 0 && <TypedValue label={label} onAdd={add} />}
      {left.length > 0 && (
        <Select
          className={styles.entry}
          size="small"
          aria-label={label}
          value=""
          onChange={(_, data) => add(data.value)}
        >
          <option value="">{words.if.addValue}</option>
          {left.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </div>
  );
}

/** Enter, a comma or leaving the field makes a value of what was typed. */
function TypedValue({ label, onAdd }: { label: string; onAdd: (value: string) => void }) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const add = () => {
    onAdd(text.trim());
    setText('');
  };
  return (
    <Input
      className={styles.entry}
      size="small"
      aria-label={label}
      placeholder={words.if.typeOne}
      value={text}
      onChange={(_, data) => setText(data.value)}
      onBlur={add}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ',') return;
        event.preventDefault();
        add();
      }}
    />
  );
}
