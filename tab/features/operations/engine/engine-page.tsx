import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { AiUsage, Spent } from '../../../../backend/contracts/ai.ts';
import { locale, numberText } from '../../../../ui/language.ts';
import { FigureStrip } from '../../../components/figure-strip.tsx';
import { type FigureColumn, FigureTable } from '../../../components/figure-table.tsx';
import { useSession } from '../../../session/session.ts';
import { ProblemBar } from '../../../shell/problem-bar.tsx';
import { words } from './words.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '16px', padding: '10px 20px 20px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  heading: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

const money = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 4 });

/** Which engine reads the mail, and what that cost by day. */
export default function EnginePage() {
  const styles = useStyles();
  const { api } = useSession();
  const [usage, setUsage] = useState<AiUsage | null>(null);
  const [error, setError] = useState<unknown>(null);
  const load = useCallback(() => {
    setError(null);
    api('aiUsage', { query: { days: 30 } }).then(setUsage, setError);
  }, [api]);
  useEffect(load, [load]);
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{words.title}</h1>
      {error !== null && <ProblemBar what={words.notLoaded} error={error} onRetry={load} />}
      {usage === null && error === null && (
        <Skeleton aria-label={words.loading}>
          <SkeletonItem style={{ height: 120 }} />
        </Skeleton>
      )}
      {usage !== null && <Usage usage={usage} />}
    </div>
  );
}

function Usage({ usage }: { usage: AiUsage }) {
  const styles = useStyles();
  const { today, days, dailyTokenLimit } = usage;
  if (dailyTokenLimit === null && days.length === 0) return <p className={styles.quiet}>{words.local}</p>;
  const figure = (key: string, name: string, value: string, base: string) => ({
    key,
    name,
    value,
    base,
    meaning: null,
  });
  return (
    <>
      <FigureStrip
        label={words.title}
        figures={[
          figure(
            'tokens',
            words.today,
            numberText(today.input + today.output),
            dailyTokenLimit === null ? '' : words.limit(dailyTokenLimit),
          ),
          figure(
            'calls',
            words.calls,
            numberText(today.calls),
            today.reserved > 0 ? words.reserved(today.reserved) : '',
          ),
          figure('cost', words.cost, money.format(today.cost), words.prices),
        ]}
      />
      <section>
        <h2 className={styles.heading}>{words.days}</h2>
        {days.length === 0 ? <p className={styles.quiet}>{words.none}</p> : <Days days={days} />}
      </section>
    </>
  );
}

function Days({ days }: { days: Spent[] }) {
  const column = (
    key: 'calls' | 'input' | 'output' | 'cost',
    text: (value: number) => string,
  ): FigureColumn<Spent> => ({
    key,
    name: words.columns[key],
    numeric: true,
    cell: (day) => text(day[key]),
    value: (day) => day[key],
  });
  const columns: FigureColumn<Spent>[] = [
    { key: 'day', name: words.columns.day, cell: ({ of }) => of, value: ({ of }) => of },
    column('calls', numberText),
    column('input', numberText),
    column('output', numberText),
    column('cost', money.format),
  ];
  const sum = (key: 'calls' | 'input' | 'output' | 'cost') => days.reduce((all, day) => all + day[key], 0);
  const foot = [
    words.all,
    numberText(sum('calls')),
    numberText(sum('input')),
    numberText(sum('output')),
    money.format(sum('cost')),
  ];
  return <FigureTable label={words.days} columns={columns} rows={days} rowKey={({ of }) => of} foot={foot} />;
}
