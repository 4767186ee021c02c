import type { Dashboard } from '../../../../backend/contracts/analytics.ts';
import type { CaseFilterQuery } from '../../../../backend/contracts/case.ts';
import { casesBehind } from '../../../../backend/contracts/drill-down.ts';
import { numberText } from '../../../../ui/language.ts';
import { type FigureColumn, FigureTable } from '../../../components/figure-table.tsx';
import { Meaning } from '../../../components/meaning.tsx';
import { useSession } from '../../../session/session.ts';
import { useWidth } from '../../../shell/width.ts';
import { listAddress } from '../case-link.tsx';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { dayName, HeatMap } from '../charts/heat-map.tsx';
import { words } from './words.ts';

interface Day {
  weekday: number;
  hours: number[];
}

/** When in the week cases come. */
export function HeatPart({ now, filter }: { now: Dashboard; filter: CaseFilterQuery }) {
  const { me } = useSession();
  const phone = useWidth() === 'phone';
  const { heat, from, to } = now;
  const linkOf = (weekday: number, hour: number) =>
    listAddress(casesBehind(filter, me.id, { metric: 'created', from, to, hour: { weekday, hour } }));
  return (
    <ChartFrame
      title={words.heat.title}
      meaning={<Meaning of={words.heat.title} words={words.heat.meaning} />}
      {...(!phone && { aside: asideOf(now) })}
      chart={<HeatMap label={words.heat.label} heat={heat} linkOf={linkOf} />}
      table={
        <FigureTable
          label={words.heat.title}
          columns={columns}
          rows={heat.map((hours, weekday) => ({ weekday, hours }))}
          rowKey={({ weekday }) => String(weekday)}
        />
      }
    />
  );
}

function asideOf({ heat, created }: Dashboard): string {
  const most = Math.max(0, ...heat.flat());
  const total = words.heat.total(created);
  if (most === 0) return total;
  const weekday = heat.findIndex((hours) => hours.includes(most));
  return `${total}. ${words.heat.busiest(dayName(weekday), heat[weekday]?.indexOf(most) ?? 0, most)}`;
}

const columns: FigureColumn<Day>[] = [
  { key: 'day', name: words.heat.day, cell: ({ weekday }) => dayName(weekday) },
  ...Array.from(
    { length: 24 },
    (_, hour): FigureColumn<Day> => ({
      key: String(hour),
      name: String(hour),
      numeric: true,
      cell: ({ hours }) => numberText(hours[hour] ?? 0),
    }),
  ),
];
