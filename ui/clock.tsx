import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Case } from '../backend/contracts/case.ts';
import { leadingClock } from '../backend/contracts/clock-words.ts';
import { clockIcons, useToneStyles } from './clock-marks.ts';
import { announcedClock, type ClockReading, readBigClock, readClock } from './clock-reading.ts';
import { useHiddenText } from './hidden-text.ts';
import { sharedWords } from './words.ts';

const useStyles = makeStyles({
  cell: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '2px',
    fontVariantNumeric: 'tabular-nums',
    minWidth: 0,
  },
  line: { display: 'flex', alignItems: 'center', gap: '4px', lineHeight: '16px', whiteSpace: 'nowrap' },
  name: { flexGrow: 1, overflow: 'hidden', textOverflow: 'ellipsis' },
  alarm: { fontWeight: tokens.fontWeightSemibold },
  icon: { flexShrink: 0 },
  track: { height: '3px', borderRadius: '2px', backgroundColor: tokens.colorNeutralBackground6, overflow: 'hidden' },
  bar: { height: '3px', borderRadius: '2px', backgroundColor: tokens.colorNeutralStroke1Pressed },
  riskBar: { backgroundColor: tokens.colorStatusWarningBorderActive },
  overBar: { backgroundColor: tokens.colorStatusDangerBorderActive },
  pausedBar: {
    backgroundColor: 'transparent',
    backgroundImage: `repeating-linear-gradient(115deg, ${tokens.colorNeutralStroke1Pressed} 0 2px, transparent 2px 5px)`,
  },
  nothing: { color: tokens.colorNeutralForeground3 },
  big: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '8px',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  bigLabel: { fontSize: tokens.fontSizeBase300 },
  figure: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface ClockProps {
  sla: Case['sla'];
  nowMs: number;
}

/** The one clock a list shows: the next to run out, by name, with what is left and a bar that repeats it. */
export function ClockCell({ sla, nowMs, bar = true }: ClockProps & { bar?: boolean }) {
  const styles = useStyles();
  const tones = useToneStyles();
  const hidden = useHiddenText();
  const lead = leadingClock(sla);
  if (lead === null) return <span className={styles.nothing}>{sharedWords.nothingDue}</span>;
  const reading = readClock(lead, nowMs);
  const Mark = clockIcons[reading.tone].small;
  const alarm = reading.tone === 'at_risk' || reading.tone === 'breached';
  return (
    <span className={styles.cell} title={reading.sentence}>
      <span className={mergeClasses(styles.line, tones[reading.tone])}>
        <Mark className={styles.icon} />
        {bar ? <span className={styles.name}>{reading.name}</span> : <span className={hidden}>{reading.name}</span>}
        <span className={alarm ? styles.alarm : undefined}>{reading.text}</span>
      </span>
      {bar && <ClockBar reading={reading} />}
    </span>
  );
}

function ClockBar({ reading }: { reading: ClockReading }) {
  const styles = useStyles();
  const looks = {
    at_risk: styles.riskBar,
    breached: styles.overBar,
    paused: styles.pausedBar,
    ok: '',
    met: '',
    none: '',
  };
  return (
    <span className={styles.track} aria-hidden>
      {reading.share !== null && (
        <span
          className={mergeClasses(styles.bar, looks[reading.tone])}
          style={{ display: 'block', width: `${Math.max(2, reading.share * 100)}%` }}
        />
      )}
    </span>
  );
}

/** The head's clock: minutes and seconds in the last hour. Screen readers hear it at state changes and at 15, 5, 1 minutes. */
export function BigClock({ sla, nowMs }: ClockProps) {
  const styles = useStyles();
  const tones = useToneStyles();
  const hidden = useHiddenText();
  const lead = leadingClock(sla);
  if (lead === null) return null;
  const { tone, label, figure, sentence } = readBigClock(lead, nowMs);
  const Mark = clockIcons[tone].large;
  return (
    <span className={mergeClasses(styles.big, tones[tone])} title={sentence}>
      <Mark className={styles.icon} />
      <span className={styles.bigLabel} aria-hidden>
        {label}
      </span>
      <span className={styles.figure} aria-hidden>
        {figure}
      </span>
      <span className={hidden} role="status">
        {announcedClock(lead, nowMs)}
      </span>
    </span>
  );
}
