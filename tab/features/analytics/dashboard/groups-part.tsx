import { makeStyles, Select, tokens } from '@fluentui/react-components';
import type { Performance } from '../../../../backend/contracts/analytics.ts';
import type { CaseFilterQuery } from '../../../../backend/contracts/case.ts';
import { casesBehind } from '../../../../backend/contracts/drill-down.ts';
import { numberText } from '../../../../ui/language.ts';
import { priorityWords } from '../../../../ui/words.ts';
import { type FigureColumn, FigureTable } from '../../../components/figure-table.tsx';
import { Meaning } from '../../../components/meaning.tsx';
import { useDirectory } from '../../../session/directory.tsx';
import type { Directory } from '../../../session/directory-names.ts';
import { useSession } from '../../../session/session.ts';
import { listAddress } from '../case-link.tsx';
import { BarRows } from '../charts/bar-rows.tsx';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { useChartStyles } from '../charts/chart-styles.ts';
import { valueName } from '../group-names.ts';
import { metricWords } from '../metric-words.ts';
import { type Dimension, dimensions } from './dimensions.ts';
import { words } from './words.ts';

const useStyles = makeStyles({ foot: { color: tokens.colorNeutralForeground3, paddingTop: '4px' } });

interface GroupsPartProps {
  groups: Performance;
  filter: CaseFilterQuery;
  by: Dimension;
  onBy: (by: Dimension) => void;
}

/** Open cases by one of their fields. */
export function GroupsPart({ groups, filter, by, onBy }: GroupsPartProps) {
  const styles = useStyles();
  const charts = useChartStyles();
  const { me } = useSession();
  const directory = useDirectory();
  const rows = rowsOf(groups, directory).filter(({ open, created, resolved }) => open + created + resolved > 0);
  const { from, to } = groups;
  return (
    <ChartFrame
      title={words.groups.title}
      meaning={<Meaning of={words.groups.title} words={words.groups.meaning} />}
      tools={
        <Select
          size="small"
          appearance="filled-darker"
          aria-label={words.groups.by}
          value={by}
          onChange={(_, data) => onBy(data.value as Dimension)}
        >
          {dimensions.map((each) => (
            <option key={each} value={each}>
              {words.groups.names[each]}
            </option>
          ))}
        </Select>
      }
      chart={
        rows.length === 0 ? (
          <div className={charts.none}>{words.groups.none}</div>
        ) : (
          <>
            <BarRows
              label={words.groups.title}
              words={words.groups}
              rows={rows.map(({ key, name, open, created, resolved }) => ({
                key: String(key),
                name,
                value: open,
                beside: signed(created - resolved),
                link:
                  open === 0
                    ? null
                    : listAddress(
                        casesBehind(filter, me.id, { metric: 'open', from, to, group: { by: groups.by, key } }),
                      ),
              }))}
            />
            <div className={styles.foot}>{words.groups.foot}</div>
          </>
        )
      }
      table={<FigureTable label={words.groups.title} columns={columns} rows={rows} rowKey={({ key }) => String(key)} />}
    />
  );
}

interface Row {
  key: string | null;
  name: string;
  open: number;
  created: number;
  resolved: number;
}

/** Priorities in their order, everything else the longest first. */
function rowsOf({ by, rows }: Performance, directory: Directory): Row[] {
  const order = Object.keys(priorityWords);
  return rows
    .map(({ key, open, created, resolved }) => ({ key, name: valueName(by, key, directory), open, created, resolved }))
    .sort((a, b) =>
      by === 'priority'
        ? order.indexOf(a.key ?? '') - order.indexOf(b.key ?? '')
        : b.open - a.open || a.name.localeCompare(b.name),
    );
}

function signed(difference: number): string {
  return difference > 0 ? `+${numberText(difference)}` : numberText(difference).replace('-', '−');
}

const figure = (key: 'open' | 'created' | 'resolved'): FigureColumn<Row> => ({
  key,
  name: metricWords[key].name,
  numeric: true,
  cell: (row) => numberText(row[key]),
  value: (row) => row[key],
});

const columns: FigureColumn<Row>[] = [
  { key: 'name', name: words.groups.by, cell: ({ name }) => name, value: ({ name }) => name },
  figure('open'),
  figure('created'),
  figure('resolved'),
  {
    key: 'change',
    name: words.groups.change,
    numeric: true,
    cell: ({ created, resolved }) => signed(created - resolved),
    value: ({ created, resolved }) => created - resolved,
  },
];
