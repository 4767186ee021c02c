import { makeStyles, tokens } from '@fluentui/react-components';
import type { CalendarSetting } from '../../../../backend/contracts/sla-settings.ts';
import { locale } from '../../../../ui/language.ts';
import { statusWords } from '../../../../ui/words.ts';
import { ProblemBar } from '../../../shell/problem-bar.tsx';
import { minutesText } from '../span-field.ts';
import { words } from '../words.ts';
import type { Policy, Priority, Targets } from './policy.ts';
import { useDueTimes } from './use-due-times.ts';

const text = words.tester;
const clocks = Object.keys(text.clocks) as (keyof Targets)[];

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  cell: {
    padding: '6px 8px 6px 0',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  due: { fontWeight: tokens.fontWeightSemibold },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

interface DueTimesProps {
  policy: Policy;
  priority: Priority;
  /** Null for the one round the clock. */
  calendar: CalendarSetting | null;
  arrives: string;
}

/** Until when each clock of the tested case would run. */
export function DueTimes({ policy, priority, calendar, arrives }: DueTimesProps) {
  const styles = useStyles();
  const targets = policy.targets[priority];
  const started = Date.parse(arrives);
  const start = Number.isNaN(started) ? '' : new Date(started).toISOString();
  const { due, error } = useDueTimes(calendar, targets, start);
  const zone = calendar?.tz ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (targets === undefined) return null;
  return (
    <>
      <table className={styles.table} aria-busy={due === null && start !== ''}>
        <tbody>
          {clocks.map((clock) => (
            <tr key={clock}>
              <th scope="row" className={styles.cell}>
                {text.clocks[clock]}
              </th>
              <td className={styles.cell}>{targets[clock] === null ? text.none : minutesText(targets[clock])}</td>
              <td className={styles.cell}>
                <span className={styles.due}>
                  {targets[clock] !== null && due !== null && instant(due[clock], zone)}
                </span>
              </td>
              <td className={styles.cell}>
                <span className={styles.quiet}>
                  {clock === 'nextResponse' && targets[clock] !== null && text.nextHow}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {error !== null && <ProblemBar what={text.notComputed} error={error} />}
      <p className={styles.quiet}>
        {start === '' ? text.noStart : text.zone(calendar?.name ?? words.always, zone)} {riskText(policy)}{' '}
        {pausedText(policy)}
      </p>
    </>
  );
}

function instant(at: string | null, timeZone: string): string {
  if (at === null) return text.never;
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(at));
}

function riskText({ atRisk: { percent, minutesBefore } }: Policy): string {
  const parts = [
    ...(minutesBefore === null ? [] : [text.before(minutesText(minutesBefore))]),
    ...(percent === null ? [] : [text.percent(percent)]),
  ];
  return parts.length === 0 ? text.neverAtRisk : text.atRisk(parts.join(text.or));
}

function pausedText({ pauseStatuses }: Policy): string {
  if (pauseStatuses.length === 0) return text.neverPaused;
  return text.paused(pauseStatuses.map((status) => statusWords[status]).join(', '));
}
