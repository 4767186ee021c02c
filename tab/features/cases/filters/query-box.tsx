import { Input, makeStyles, tokens } from '@fluentui/react-components';
import { Filter16Regular } from '@fluentui/react-icons/svg/filter';
import { type Ref, useEffect, useId, useState } from 'react';
import { words } from '../../../words.ts';
import { choiceKeys, type Filter, fixedChoices, periodKeys } from '../filter.ts';
import { formatQueryText, parseQueryText, type QueryFault } from '../query-text.ts';
import { listWords } from '../words.ts';

const { filter: filterWords } = listWords;

const useStyles = makeStyles({
  box: { position: 'relative', flex: '0 1 380px', minWidth: '160px' },
  input: { width: '100%' },
  key: {
    padding: '0 5px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
  below: {
    position: 'absolute',
    top: '28px',
    left: 0,
    zIndex: 10,
    minWidth: '100%',
    width: 'max-content',
    maxWidth: 'min(560px, 90vw)',
    boxSizing: 'border-box',
    padding: '6px 10px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    boxShadow: tokens.shadow16,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
  },
  fault: { margin: 0, color: tokens.colorStatusDangerForeground3 },
});

interface QueryBoxProps {
  filter: Filter;
  queryRef: Ref<HTMLInputElement>;
  onChange: (filter: Filter) => void;
}

/** The filter as a line of text. It is applied as a whole, and not at all while a word in it means nothing. */
export function QueryBox({ filter, queryRef, onChange }: QueryBoxProps) {
  const styles = useStyles();
  const id = useId();
  const shown = formatQueryText(filter);
  const [text, setText] = useState(shown);
  const [faults, setFaults] = useState<QueryFault[]>([]);
  const [writing, setWriting] = useState(false);
  useEffect(() => {
    setText(shown);
    setFaults([]);
  }, [shown]);
  const apply = () => {
    const read = parseQueryText(text);
    setFaults(read.faults);
    if (read.faults.length === 0)
      onChange({ ...filter, ...read.filter, view: filter.view, sort: filter.sort, exact: filter.exact });
  };
  return (
    <div className={styles.box}>
      <Input
        className={styles.input}
        size="small"
        aria-label={words.list.query}
        aria-describedby={id}
        aria-invalid={faults.length > 0}
        placeholder={words.list.queryHint}
        contentBefore={<Filter16Regular />}
        contentAfter={
          <kbd className={styles.key} aria-hidden>
            F
          </kbd>
        }
        input={{ ref: queryRef }}
        value={text}
        onFocus={() => setWriting(true)}
        onChange={(_, data) => {
          setText(data.value);
          setFaults([]);
        }}
        onBlur={() => {
          setWriting(false);
          if (faults.length === 0) setText(shown);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') apply();
          if (event.key !== 'Escape') return;
          setText(shown);
          setFaults([]);
          event.currentTarget.blur();
        }}
      />
      <div
        id={id}
        role={faults.length > 0 ? 'alert' : undefined}
        className={writing || faults.length > 0 ? styles.below : undefined}
      >
        {faults.map((fault) => (
          <p key={`${fault.name}${fault.value}`} className={styles.fault}>
            {faultText(fault)}
          </p>
        ))}
        {faults.length === 0 && writing && filterWords.knownWords([...choiceKeys, ...periodKeys])}
      </div>
    </div>
  );
}

function faultText({ kind, name, value }: QueryFault): string {
  if (kind === 'empty') return filterWords.emptyValue(name);
  if (kind === 'period') return filterWords.unknownPeriod(name, value);
  const known = name === 'created' || name === 'updated' || name === 'due' ? [] : (fixedChoices[name] ?? []);
  return filterWords.unknownValue(name, value, [...known]);
}
