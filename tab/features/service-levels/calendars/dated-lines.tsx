import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import { locale } from '../../../../ui/language.ts';
import { ParsedInput } from '../parsed-input.tsx';
import { words } from '../words.ts';

const text = words.calendars;

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0, display: 'grid', gap: '4px', alignContent: 'start' },
  legend: { padding: 0, marginBottom: '4px', fontWeight: tokens.fontWeightSemibold },
  line: { display: 'grid', gridTemplateColumns: '104px minmax(0, 1fr) 28px', gap: '8px', alignItems: 'center' },
  date: { fontVariantNumeric: 'tabular-nums' },
  add: { display: 'flex', gap: '8px' },
  input: { minWidth: 0, width: '148px' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface DatedLinesProps<T> {
  legend: string;
  /** By date, `YYYY-MM-DD`. */
  lines: Readonly<Record<string, T>>;
  /** What a day has when it is added. */
  fresh: T;
  format: (value: T) => string;
  read: (typed: string) => T | undefined;
  hint: string;
  readOnly: boolean;
  onChange: (lines: Record<string, T>) => void;
}

/** Single days, each with something said of it. */
export function DatedLines<T>({ legend, lines, fresh, format, read, hint, readOnly, onChange }: DatedLinesProps<T>) {
  const styles = useStyles();
  const [date, setDate] = useState('');
  const dates = Object.keys(lines).sort();
  const set = (changed: Record<string, T>) =>
    onChange(Object.fromEntries(Object.entries(changed).sort(([a], [b]) => a.localeCompare(b))));
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{legend}</legend>
      {dates.length === 0 && <span className={styles.quiet}>{text.noDays}</span>}
      {dates.map((each) => (
        <div key={each} className={styles.line}>
          <time dateTime={each} className={styles.date}>
            {dayText(each)}
          </time>
          <ParsedInput<T>
            label={`${legend}, ${dayText(each)}`}
            value={lines[each] as T}
            format={format}
            read={read}
            hint={hint}
            disabled={readOnly}
            onChange={(value) => set({ ...lines, [each]: value })}
          />
          {!readOnly && (
            <Button
              size="small"
              appearance="subtle"
              icon={<Dismiss16Regular />}
              aria-label={text.removeDay(dayText(each))}
              title={text.removeDay(dayText(each))}
              onClick={() => set(Object.fromEntries(Object.entries(lines).filter(([key]) => key !== each)))}
            />
          )}
        </div>
      ))}
      {!readOnly && (
        <div className={styles.add}>
          <Input
            size="small"
            type="date"
            className={styles.input}
            aria-label={`${legend}: ${text.date}`}
            value={date}
            onChange={(_, data) => setDate(data.value)}
          />
          <Button
            size="small"
            icon={<Add16Regular />}
            disabledFocusable={date === '' || date in lines}
            onClick={() => {
              set({ ...lines, [date]: fresh });
              setDate('');
            }}
          >
            {text.addDay}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function dayText(date: string): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}
