import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { AskAnswer } from '../../../../backend/contracts/ask.ts';
import { FigureTable } from '../../../components/figure-table.tsx';
import { Meaning } from '../../../components/meaning.tsx';
import { useDirectory } from '../../../session/directory.tsx';
import { useFocusRing } from '../../../shell/focus-ring.ts';
import { CaseLink } from '../case-link.tsx';
import { LineChart } from '../charts/line-chart.tsx';
import { figureText } from '../figure-words.ts';
import { valueName } from '../group-names.ts';
import { intervalNames } from '../interval-names.ts';
import { metricWords } from '../metric-words.ts';
import { rangeText } from '../period.ts';
import { analyticsWords } from '../words.ts';
import { addressOf } from './asked.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  figure: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '4px 12px', margin: '12px 0 8px' },
  value: {
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  link: { color: tokens.colorBrandForegroundLink },
  groups: { maxWidth: '640px' },
});

type Answer = NonNullable<AskAnswer['answer']>;

/** The figure in one number, by group, or over time. */
export function AskedFigure({ answer }: { answer: Answer }) {
  const styles = useStyles();
  const ring = useFocusRing();
  const { figure, query, reading, cases } = answer;
  const { name, formula } = metricWords[query.metric];
  const meaning = `${formula.slice(0, 1).toUpperCase()}${formula.slice(1)}.`;
  return (
    <section aria-label={reading}>
      <div className={styles.figure} role="status">
        <span className={styles.value}>{figureText(figure.value, figure.unit)}</span>
        <span>{reading}</span>
        <Meaning of={name} words={meaning} />
        {figure.unit !== 'cases' && <span className={styles.quiet}>{words.over(figure.n)}</span>}
        {figure.from !== null && figure.to !== null && (
          <span className={styles.quiet}>{rangeText(Date.parse(figure.from), Date.parse(figure.to) - 1)}</span>
        )}
        {cases.total > 0 && (
          <CaseLink className={mergeClasses(styles.link, ring)} address={addressOf(cases.path)}>
            {analyticsWords.show(cases.total)}
          </CaseLink>
        )}
      </div>
      {figure.value === null && <p className={styles.quiet}>{words.nothing}</p>}
      {figure.groups !== null && <Groups answer={answer} />}
      {figure.points !== null && <OverTime answer={answer} />}
    </section>
  );
}

function Groups({ answer: { figure, query, cases } }: { answer: Answer }) {
  const styles = useStyles();
  const ring = useFocusRing();
  const directory = useDirectory();
  const { by, metric } = query;
  if (by === undefined || figure.groups === null) return null;
  const nameOf = (key: string | null) => valueName(by, key, directory);
  const address = (key: string | null) => addressOf(cases.path, { by, key });
  return (
    <div className={styles.groups}>
      <FigureTable
        label={`${metricWords[metric].name} ${words.by[by]}`}
        rows={figure.groups}
        rowKey={({ key }) => key ?? ''}
        columns={[
          { key: 'name', name: analyticsWords.where.fields[by], cell: ({ key }) => nameOf(key) },
          {
            key: 'value',
            name: metricWords[metric].name,
            numeric: true,
            value: ({ value }) => value,
            cell: ({ key, value, n }) => (
              <CaseLink
                className={mergeClasses(styles.link, ring)}
                address={n === 0 ? null : address(key)}
                aria-label={`${nameOf(key)}: ${figureText(value, figure.unit)}. ${analyticsWords.show(n)}`}
              >
                {figureText(value, figure.unit)}
              </CaseLink>
            ),
          },
          ...(figure.unit === 'cases'
            ? []
            : [{ key: 'n', name: words.share, numeric: true, cell: ({ n }: { n: number }) => words.over(n) }]),
        ]}
      />
    </div>
  );
}

function OverTime({ answer: { figure, query } }: { answer: Answer }) {
  const points = figure.points ?? [];
  const names = intervalNames(
    points.map(({ at }) => at),
    query.interval ?? 'day',
  );
  const text = (at: number) => figureText(points[at]?.value ?? null, figure.unit);
  return (
    <LineChart
      label={`${metricWords[query.metric].name} ${words.each[query.interval ?? 'day']}`}
      points={points.map(({ value }, at) => ({
        name: names[at] ?? '',
        value,
        sentence: `${names[at]}: ${text(at)}`,
        link: null,
      }))}
      write={(value) => figureText(value, figure.unit)}
      fractions={figure.unit !== 'cases'}
    />
  );
}
