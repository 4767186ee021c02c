import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReportAnswer } from '../../../../backend/contracts/report.ts';
import { useAppearance } from '../../../../ui/appearance.ts';
import { useDirectory } from '../../../session/directory.tsx';
import { LineChart } from '../charts/line-chart.tsx';
import { palettes } from '../charts/palette.ts';
import { figureText } from '../figure-words.ts';
import { valueName } from '../group-names.ts';
import { intervalNames } from '../interval-names.ts';
import { measureName } from '../measure-words.ts';

const useStyles = makeStyles({
  title: { fontWeight: tokens.fontWeightSemibold, marginBottom: '6px' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(80px, 150px) minmax(0, 1fr) 70px',
    gap: '8px',
    alignItems: 'center',
    minHeight: '24px',
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  bar: { height: '12px', borderRadius: '2px', minWidth: '1px' },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
});

/** The first measure as a picture; the table beside it says all of it, so the picture is not read out. */
export function ReportChart({ answer }: { answer: ReportAnswer }) {
  const styles = useStyles();
  const directory = useDirectory();
  const { series } = palettes[useAppearance()];
  const [column] = answer.columns;
  if (column === undefined || answer.lines.length === 0) return null;
  const title = measureName(column.measure);
  const value = (line: ReportAnswer['lines'][number]) => line.measured[0]?.value ?? null;
  if (answer.by === 'time') {
    const names = intervalNames(
      answer.lines.map(({ key }) => key ?? ''),
      answer.interval ?? 'day',
    );
    const points = answer.lines.map((line, i) => {
      const name = names[i] ?? line.name;
      return { name, value: value(line), sentence: `${name}: ${figureText(value(line), column.unit)}`, link: null };
    });
    return (
      <div>
        <div className={styles.title}>{title}</div>
        <LineChart
          label={title}
          points={points}
          write={(n) => figureText(n, column.unit)}
          height={200}
          fractions={column.unit !== 'cases'}
        />
      </div>
    );
  }
  const most = Math.max(1e-9, ...answer.lines.map((line) => value(line) ?? 0));
  return (
    <div aria-hidden>
      <div className={styles.title}>{title}</div>
      {answer.lines.map((line) => (
        <div key={String(line.key)} className={styles.row}>
          <span className={styles.name}>{valueName(answer.by, line.key, directory)}</span>
          <span
            className={styles.bar}
            style={{ width: `${((value(line) ?? 0) / most) * 100}%`, backgroundColor: series[0] }}
          />
          <span className={styles.number}>{figureText(value(line), column.unit)}</span>
        </div>
      ))}
    </div>
  );
}
