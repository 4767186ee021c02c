import { Button, Input, makeStyles } from '@fluentui/react-components';
import { Dismiss12Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import { words } from '../../../words.ts';
import type { ChoiceKey } from '../filter.ts';
import { listWords } from '../words.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '8px', width: '260px' },
  line: { display: 'flex', gap: '6px', alignItems: 'center' },
  grow: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
});

interface TextEditorProps {
  name: ChoiceKey;
  values: string[];
  onChange: (values: string[]) => void;
}

/** Values that are anybody's own words, such as tags and addresses. */
export function TextEditor({ name, values, onChange }: TextEditorProps) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const { filter: filterWords } = listWords;
  const field = filterWords.fields[name];
  const hints: Partial<Record<ChoiceKey, string>> = filterWords.hints;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const added = text
          .split(',')
          .map((each) => each.trim())
          .filter((each) => each !== '' && !values.includes(each));
        setText('');
        if (added.length > 0) onChange([...values, ...added]);
      }}
    >
      {values.map((value) => (
        <span key={value} className={styles.line}>
          <span className={styles.grow}>{value}</span>
          <Button
            size="small"
            appearance="subtle"
            icon={<Dismiss12Regular />}
            aria-label={words.list.removeFilter(value)}
            onClick={() => onChange(values.filter((other) => other !== value))}
          />
        </span>
      ))}
      <span className={styles.line}>
        <Input
          className={styles.grow}
          size="small"
          aria-label={filterWords.value(field)}
          placeholder={hints[name] ?? ''}
          value={text}
          onChange={(_, data) => setText(data.value)}
        />
        <Button size="small" type="submit">
          {filterWords.take}
        </Button>
      </span>
    </form>
  );
}
