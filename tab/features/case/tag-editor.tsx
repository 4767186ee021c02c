import { Badge, Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { Dismiss12Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import type { Case } from '../../../backend/contracts/case.ts';
import { useKeys } from '../../shell/keys.ts';
import { sideWords } from './side/words.ts';

const words = sideWords.tags;

const useStyles = makeStyles({
  tags: { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px' },
  tag: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground1, paddingRight: '2px' },
  remove: { minWidth: '24px', width: '24px', height: '18px', padding: 0 },
  input: { width: '120px' },
});

/** The case's tags; one is added with `T` and Enter, several with commas between them. */
export function TagEditor({ value, onChange }: { value: Case; onChange: (tags: string[]) => void }) {
  const styles = useStyles();
  const [text, setText] = useState<string | null>(null);
  const may = value.actions.includes('edit');
  useKeys({ t: () => (may ? setText('') : false) });
  const add = () => {
    const fresh = (text ?? '')
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '' && !value.tags.includes(each));
    setText(null);
    if (fresh.length > 0) onChange([...value.tags, ...new Set(fresh)]);
  };
  return (
    <span className={styles.tags}>
      {value.tags.map((tag) => (
        <Badge key={tag} appearance="outline" color="informative" shape="rounded" className={styles.tag}>
          {tag}
          {may ? (
            <Button
              appearance="transparent"
              size="small"
              className={styles.remove}
              icon={<Dismiss12Regular />}
              aria-label={words.remove(tag)}
              onClick={() => onChange(value.tags.filter((other) => other !== tag))}
            />
          ) : (
            '\u00a0'
          )}
        </Badge>
      ))}
      {may && text === null && (
        <Button
          appearance="subtle"
          size="small"
          icon={<Add16Regular />}
          aria-label={words.add}
          title={words.add}
          onClick={() => setText('')}
        />
      )}
      {text !== null && (
        <Input
          className={styles.input}
          size="small"
          autoFocus
          aria-label={words.add}
          placeholder={words.hint}
          maxLength={50}
          value={text}
          onChange={(_, data) => setText(data.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key === 'Enter') add();
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            setText(null);
          }}
        />
      )}
    </span>
  );
}
