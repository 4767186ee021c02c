import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Case } from '../../../backend/contracts/case.ts';
import type { ClockName } from '../../../backend/contracts/clock-words.ts';
import { clockIcons, useToneStyles } from '../../../ui/clock-marks.ts';
import { readClock, shortTarget } from '../../../ui/clock-reading.ts';
import { fullInstant, instantText } from '../../../ui/format.ts';
import { useNow } from '../../../ui/now.ts';
import { clockNames } from '../../../ui/words.ts';
import { words } from '../../words.ts';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  cell: {
    padding: '5px 0',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  end: { textAlign: 'right' },
  state: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  alarm: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Every clock with its state in words and when it is due. */
export function ClockTable({ sla }: { sla: Case['sla'] }) {
  const styles = useStyles();
  const names = Object.keys(clockNames) as ClockName[];
  return (
    <table className={styles.table} aria-label={words.case.clocks}>
      <tbody>
        {names.map((name) => (
          <ClockRow key={name} name={name} clock={sla[name]} />
        ))}
      </tbody>
    </table>
  );
}

function ClockRow({ name, clock }: { name: ClockName; clock: Case['sla'][ClockName] }) {
  const styles = useStyles();
  const tones = useToneStyles();
  const nowMs = useNow(10_000);
  const reading = readClock({ name, clock }, nowMs);
  const Mark = clockIcons[reading.tone].small;
  const alarm = reading.tone === 'at_risk' || reading.tone === 'breached';
  const dueMs = clock.due === null ? null : Date.parse(clock.due);
  return (
    <tr title={reading.sentence}>
      <th scope="row" className={styles.cell}>
        {reading.name}
        {clock.targetMinutes !== undefined && (
          <span className={styles.quiet}> · {words.clockPanel.target(shortTarget(clock.targetMinutes))}</span>
        )}
      </th>
      <td className={mergeClasses(styles.cell, tones[reading.tone], alarm && styles.alarm)}>
        <span className={styles.state}>
          {reading.tone !== 'none' && <Mark />}
          {reading.tone === 'none' ? words.clockPanel.none : reading.text}
        </span>
      </td>
      <td className={mergeClasses(styles.cell, styles.end, styles.quiet)}>
        {dueMs !== null && <span title={fullInstant(dueMs)}>{words.clockPanel.due(instantText(dueMs, nowMs))}</span>}
      </td>
    </tr>
  );
}
