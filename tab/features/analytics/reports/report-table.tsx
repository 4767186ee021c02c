import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CaseFilterQuery } from '../../../../backend/contracts/case.ts';
import { casesBehind } from '../../../../backend/contracts/drill-down.ts';
import { measures } from '../../../../backend/contracts/measures.ts';
import type { ReportAnswer, ReportLine } from '../../../../backend/contracts/report.ts';
import { Person, Unassigned } from '../../../../ui/person.tsx';
import { type FigureColumn, FigureTable } from '../../../components/figure-table.tsx';
import { Meaning } from '../../../components/meaning.tsx';
import { useDirectory } from '../../../session/directory.tsx';
import { useSession } from '../../../session/session.ts';
import { useFocusRing } from '../../../shell/focus-ring.ts';
import { CaseLink, listAddress } from '../case-link.tsx';
import { figureText, movementText } from '../figure-words.ts';
import { valueName } from '../group-names.ts';
import { intervalNames } from '../interval-names.ts';
import { type Measure, measureMeaning, measureName, moreIsBetter } from '../measure-words.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  figure: {
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
  change: {
    display: 'inline-block',
    minWidth: '58px',
    paddingLeft: '6px',
    color: tokens.colorNeutralForeground3,
    whiteSpace: 'nowrap',
  },
  better: { color: tokens.colorStatusSuccessForeground1 },
  worse: { color: tokens.colorStatusDangerForeground3 },
  once: { whiteSpace: 'nowrap' },
});

interface ReportTableProps {
  label: string;
  answer: ReportAnswer;
  filter: CaseFilterQuery;
  /** Heads that sort by a figure; without it lines stay in the order of their names. */
  ranked: boolean;
}

/** The lines of an answer; each figure leads to its cases. */
export function ReportTable({ label, answer, filter, ranked }: ReportTableProps) {
  const styles = useStyles();
  const directory = useDirectory();
  const { by, lines, total } = answer;
  const names = intervalNames(by === 'time' ? lines.map(({ key }) => key ?? '') : [], answer.interval ?? 'day');
  const nameOf = (line: ReportLine) => {
    if (by === 'time') return names[lines.indexOf(line)] ?? line.name;
    if (by !== 'assignee') return valueName(by, line.key, directory);
    return line.key === null ? <Unassigned /> : <Person id={line.key} name={valueName(by, line.key, directory)} />;
  };
  const columns: FigureColumn<ReportLine>[] = [
    {
      key: 'name',
      name: words.byNames[by],
      cell: (line) => <span className={styles.once}>{nameOf(line)}</span>,
      ...(ranked && { value: (line: ReportLine) => line.name }),
    },
    ...answer.columns.map(
      ({ measure }, at): FigureColumn<ReportLine> => ({
        key: measure,
        name: measureName(measure),
        numeric: true,
        meaning: <Meaning of={measureName(measure)} words={measureMeaning(measure)} />,
        cell: (line) => <Figure answer={answer} line={line} at={at} filter={filter} />,
        ...(ranked && { value: (line: ReportLine) => line.measured[at]?.value ?? null }),
      }),
    ),
  ];
  const foot = [
    words.all,
    ...answer.columns.map(({ measure }, at) => (
      <Figure key={measure} answer={answer} line={total} at={at} filter={filter} isTotal />
    )),
  ];
  return <FigureTable label={label} columns={columns} rows={lines} rowKey={({ key }) => String(key)} foot={foot} />;
}

interface FigureProps {
  answer: ReportAnswer;
  line: ReportLine;
  at: number;
  filter: CaseFilterQuery;
  isTotal?: boolean;
}

function Figure({ answer, line, at, filter, isTotal = false }: FigureProps) {
  const styles = useStyles();
  const ring = useFocusRing();
  const { me } = useSession();
  const column = answer.columns[at];
  const measured = line.measured[at];
  if (column === undefined || measured === undefined) return null;
  const text = figureText(measured.value, column.unit);
  const address = measured.n === 0 ? null : addressOf(answer, line, column.measure, filter, me.id, isTotal);
  return (
    <span className={styles.once}>
      {address === null ? (
        text
      ) : (
        <CaseLink className={mergeClasses(styles.figure, ring)} address={address} title={words.n(measured.n)}>
          {text}
        </CaseLink>
      )}
      <Change
        measure={column.measure}
        unit={column.unit}
        now={measured.value}
        before={line.before?.[at]?.value ?? null}
        shown={answer.by !== 'time'}
      />
    </span>
  );
}

/** Null where a list cannot be had, such as the backlog at an earlier moment. */
function addressOf(
  answer: ReportAnswer,
  line: ReportLine,
  measure: Measure,
  filter: CaseFilterQuery,
  callerId: string,
  isTotal: boolean,
): string | null {
  const { metric } = measures[measure];
  if (metric === 'backlog') return null;
  const scope = { ...filter, zone: answer.zone };
  const { by, from, to } = answer;
  if (isTotal) return listAddress(casesBehind(scope, callerId, { metric, from, to }));
  if (by !== 'time')
    return listAddress(casesBehind(scope, callerId, { metric, from, to, group: { by, key: line.key } }));
  if (metric === 'open') return null;
  const next = answer.lines[answer.lines.indexOf(line) + 1]?.key ?? to;
  return listAddress(casesBehind(scope, callerId, { metric, from: line.key ?? from, to: next }));
}

interface ChangeProps {
  measure: Measure;
  unit: 'cases' | 'minutes' | 'percent';
  now: number | null;
  before: number | null;
  shown: boolean;
}

function Change({ measure, unit, now, before, shown }: ChangeProps) {
  const styles = useStyles();
  if (!shown) return null;
  if (now === null || before === null) return <span className={styles.change} />;
  const difference = now - before;
  const text = movementText(difference, unit);
  if (text === movementText(0, unit)) return <span className={styles.change}>0</span>;
  // Whether more cases came in is nobody's merit or fault.
  const look =
    measure === 'created' || measure === 'open'
      ? undefined
      : difference > 0 === moreIsBetter.has(measure)
        ? styles.better
        : styles.worse;
  return <span className={mergeClasses(styles.change, look)}>{`${difference > 0 ? '+' : '−'}${text}`}</span>;
}
