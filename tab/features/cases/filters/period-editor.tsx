import { Button, Field, Input, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { PeriodKey } from '../filter.ts';
import { dueLimits, pastPeriods } from '../periods.ts';
import { listWords } from '../words.ts';
import { periodName } from './filter-values.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '8px', width: '230px' },
  days: { display: 'grid', gap: '4px' },
});

interface PeriodEditorProps {
  name: PeriodKey;
  value: string;
  onChoose: (text: string) => void;
}

/** The usual periods, and days of one's own. */
export function PeriodEditor({ name, value, onChoose }: PeriodEditorProps) {
  const styles = useStyles();
  const { filter: filterWords } = listWords;
  const [first = '', last = first] = /^\d{4}/.test(value) ? value.split('..') : [];
  const [from, setFrom] = useState(first);
  const [to, setTo] = useState(last);
  const due = name === 'due';
  const usual: readonly string[] = due ? dueLimits : pastPeriods;
  const ready = due ? to !== '' : from !== '' && (to === '' || to >= from);
  const days = due || to === '' || to === from ? (due ? to : from) : `${from}..${to}`;
  return (
    <div className={styles.form}>
      <RadioGroup
        aria-label={filterWords.fields[name]}
        value={usual.includes(value) ? value : ''}
        onChange={(_, data) => onChoose(data.value)}
      >
        {usual.map((text) => (
          <Radio key={text} value={text} label={periodName(name, text)} />
        ))}
      </RadioGroup>
      <div className={styles.days}>
        {!due && (
          <Field label={filterWords.from} size="small">
            <Input size="small" type="date" value={from} onChange={(_, data) => setFrom(data.value)} />
          </Field>
        )}
        <Field label={due ? filterWords.until : filterWords.to} size="small">
          <Input size="small" type="date" value={to} onChange={(_, data) => setTo(data.value)} />
        </Field>
        <Button size="small" disabledFocusable={!ready} onClick={() => ready && onChoose(days)}>
          {filterWords.apply}
        </Button>
      </div>
    </div>
  );
}
