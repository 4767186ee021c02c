import type { Trends } from '../../../../backend/contracts/analytics.ts';
import type { CaseFilterQuery } from '../../../../backend/contracts/case.ts';
import { casesBehind } from '../../../../backend/contracts/drill-down.ts';
import { locale, numberText } from '../../../../ui/language.ts';
import { FigureTable } from '../../../components/figure-table.tsx';
import { percentText } from '../../../components/figure-text.ts';
import { Meaning } from '../../../components/meaning.tsx';
import { useSession } from '../../../session/session.ts';
import { listAddress } from '../case-link.tsx';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { useChartStyles } from '../charts/chart-styles.ts';
import { LineChart } from '../charts/line-chart.tsx';
import { figureText } from '../figure-words.ts';
import { intervalNames } from '../interval-names.ts';
import { metricWords } from '../metric-words.ts';
import { words } from './words.ts';

const axisForm = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

/** Whether promises are kept, week by week. */
export function WeeksPart({ weeks, filter }: { weeks: Trends; filter: CaseFilterQuery }) {
  const styles = useChartStyles();
  const { me } = useSession();
  const points = weeks.series[0]?.points ?? [];
  const names = intervalNames(
    points.map(({ at }) => at),
    'week',
  );
  const rows = points.map(({ at, slaMetPercent, resolved }, i) => ({
    at,
    name: names[i] ?? at,
    value: slaMetPercent,
    resolved,
    sentence:
      slaMetPercent === null
        ? words.weeks.nothing(names[i] ?? '')
        : words.weeks.point(names[i] ?? '', percentText(slaMetPercent), resolved),
    link:
      slaMetPercent === null
        ? null
        : listAddress(
            casesBehind(filter, me.id, { metric: 'slaMetPercent', from: at, to: points[i + 1]?.at ?? weeks.to }),
          ),
  }));
  return (
    <ChartFrame
      title={words.weeks.title}
      meaning={<Meaning of={words.weeks.title} words={`${metricWords.slaMetPercent.formula}.`} />}
      chart={
        rows.every(({ value }) => value === null) ? (
          <p className={styles.none}>{words.weeks.none}</p>
        ) : (
          <LineChart
            label={words.weeks.label(rows.length)}
            points={rows}
            write={(value) => `${axisForm.format(value)} %`}
            most={100}
            height={266}
          />
        )
      }
      table={
        <FigureTable
          label={words.weeks.title}
          rows={rows}
          rowKey={({ at }) => at}
          columns={[
            { key: 'name', name: words.weeks.week, cell: ({ name }) => name, value: ({ at }) => at },
            {
              key: 'value',
              name: metricWords.slaMetPercent.name,
              numeric: true,
              cell: ({ value }) => figureText(value, 'percent'),
              value: ({ value }) => value,
            },
            {
              key: 'resolved',
              name: words.weeks.resolved,
              numeric: true,
              cell: ({ resolved }) => numberText(resolved),
              value: ({ resolved }) => resolved,
            },
          ]}
        />
      }
    />
  );
}
