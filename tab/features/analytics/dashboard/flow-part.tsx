import type { Dashboard, Trends } from '../../../../backend/contracts/analytics.ts';
import type { CaseFilterQuery } from '../../../../backend/contracts/case.ts';
import { casesBehind } from '../../../../backend/contracts/drill-down.ts';
import { numberText } from '../../../../ui/language.ts';
import { type FigureColumn, FigureTable } from '../../../components/figure-table.tsx';
import { Meaning } from '../../../components/meaning.tsx';
import { useSession } from '../../../session/session.ts';
import { listAddress } from '../case-link.tsx';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { FlowChart, type FlowPoint } from '../charts/flow-chart.tsx';
import { intervalNames } from '../interval-names.ts';
import { metricWords } from '../metric-words.ts';
import { words } from './words.ts';

interface FlowPartProps {
  flow: Trends;
  before: Dashboard;
  filter: CaseFilterQuery;
  className?: string;
}

/** How the backlog came about. */
export function FlowPart({ flow, before, filter, className }: FlowPartProps) {
  const points = useFlowPoints(flow, filter);
  const last = points.at(-1)?.open ?? 0;
  return (
    <ChartFrame
      title={words.flow.title}
      meaning={<Meaning of={words.flow.title} words={words.flow.meaning} />}
      chart={
        <FlowChart
          label={words.flow.label(points.length, last)}
          points={points}
          before={before.backlog.map(({ open }) => open)}
        />
      }
      table={
        <FigureTable label={words.flow.title} columns={columns} rows={points} rowKey={({ name, at }) => name + at} />
      }
      {...(className !== undefined && { className })}
    />
  );
}

type Point = FlowPoint & { at: string };

function useFlowPoints(flow: Trends, filter: CaseFilterQuery): Point[] {
  const { me } = useSession();
  const points = flow.series[0]?.points ?? [];
  const names = intervalNames(
    points.map(({ at }) => at),
    flow.interval,
  );
  return points.map(({ at, open, created, resolved }, i) => {
    const span = { from: at, to: points[i + 1]?.at ?? flow.to };
    const linkTo = (metric: 'created' | 'resolved', n: number) =>
      n === 0 ? null : listAddress(casesBehind(filter, me.id, { metric, ...span }));
    return {
      at,
      name: names[i] ?? at,
      open,
      created,
      resolved,
      createdLink: linkTo('created', created),
      resolvedLink: linkTo('resolved', resolved),
    };
  });
}

const figure = (key: 'created' | 'resolved' | 'open', name: string): FigureColumn<Point> => ({
  key,
  name,
  numeric: true,
  cell: (point) => numberText(point[key]),
  value: (point) => point[key],
});

const columns: FigureColumn<Point>[] = [
  { key: 'name', name: words.flow.when, cell: ({ name }) => name, value: ({ at }) => at },
  figure('created', metricWords.created.name),
  figure('resolved', metricWords.resolved.name),
  figure('open', metricWords.backlog.name),
];
