import {
  Button,
  Field,
  Input,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from '@fluentui/react-components';
import { CalendarClock16Regular } from '@fluentui/react-icons/svg/calendar-clock';
import { useState } from 'react';
import { serverNow } from '../../../ui/server-clock.ts';
import {
  daysOf,
  dayText,
  isRolling,
  type PeriodText,
  rangeText,
  rollingPeriods,
  spanOf,
  usualPeriod,
} from './period.ts';
import { analyticsWords } from './words.ts';

const words = analyticsWords.periods;

const useStyles = makeStyles({
  button: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap', flexShrink: 0 },
  surface: { display: 'grid', gap: '4px', padding: '10px' },
  choice: { justifyContent: 'flex-start', fontWeight: tokens.fontWeightRegular },
  chosen: { fontWeight: tokens.fontWeightSemibold },
  days: {
    display: 'grid',
    gap: '8px',
    marginTop: '6px',
    paddingTop: '10px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

interface PeriodMenuProps {
  period: PeriodText;
  onChoose: (period: PeriodText) => void;
}

/** A period that ends now, or any days. */
export function PeriodMenu({ period, onChoose }: PeriodMenuProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const choose = (text: PeriodText) => {
    setOpen(false);
    onChoose(text);
  };
  return (
    <Popover open={open} onOpenChange={(_, data) => setOpen(data.open)} trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button
          size="small"
          className={styles.button}
          icon={<CalendarClock16Regular />}
          aria-label={`${words.label}: ${periodName(period)}`}
        >
          {periodName(period)}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={words.label}>
        {(Object.keys(rollingPeriods) as (keyof typeof rollingPeriods)[]).map((key) => (
          <Button
            key={key}
            size="small"
            appearance="subtle"
            className={key === period ? styles.chosen : styles.choice}
            aria-pressed={key === period}
            onClick={() => choose(key)}
          >
            {words[key]}
          </Button>
        ))}
        <Days period={period} onChoose={choose} />
      </PopoverSurface>
    </Popover>
  );
}

export function periodName(period: PeriodText): string {
  const days = daysOf(period);
  if (days !== null) return rangeText(days.fromMs, new Date(`${days.last}T00:00:00`).getTime());
  return words[isRolling(period) ? period : usualPeriod];
}

export function comparedWith(period: PeriodText): string {
  if (daysOf(period) !== null) return words.comparedDays;
  return words.comparedRolling[isRolling(period) ? period : usualPeriod];
}

function Days({ period, onChoose }: PeriodMenuProps) {
  const styles = useStyles();
  const { fromMs, toMs } = spanOf(period, serverNow());
  const [first, setFirst] = useState(daysOf(period)?.first ?? dayText(fromMs));
  const [last, setLast] = useState(daysOf(period)?.last ?? dayText(toMs));
  const text = `${first}..${last}`;
  const fits = daysOf(text) !== null;
  return (
    <div className={styles.days}>
      <Field label={words.from} size="small">
        <Input type="date" size="small" value={first} onChange={(_, data) => setFirst(data.value)} />
      </Field>
      <Field label={words.to} size="small" {...(!fits && { validationMessage: words.backwards })}>
        <Input type="date" size="small" value={last} onChange={(_, data) => setLast(data.value)} />
      </Field>
      <Button size="small" appearance="primary" disabledFocusable={!fits} onClick={() => fits && onChoose(text)}>
        {words.apply}
      </Button>
    </div>
  );
}
