import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Case } from '../../../backend/contracts/case.ts';
import { type ClockName, clockNames, leadingClock, type NamedClock } from '../../../backend/contracts/clock-words.ts';
import { clockIcons, useToneStyles } from '../../../ui/clock-marks.ts';
import { announcedClock, type ClockTone, readBigClock, readClock } from '../../../ui/clock-reading.ts';
import { sameDay, timeOfDay } from '../../../ui/format.ts';
import { useHiddenText } from '../../../ui/hidden-text.ts';
import { useNow } from '../../../ui/now.ts';

const useStyles = makeStyles({
  band: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    marginTop: '8px',
    padding: '8px 10px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    fontSize: tokens.fontSizeBase300,
    fontVariantNumeric: 'tabular-nums',
  },
  riskBand: { backgroundColor: tokens.colorStatusWarningBackground1 },
  overBand: { backgroundColor: tokens.colorStatusDangerBackground1 },
  figure: {
    marginLeft: 'auto',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
  lines: { display: 'grid', gap: '8px', marginTop: '10px', fontVariantNumeric: 'tabular-nums' },
  line: { display: 'flex', alignItems: 'center', gap: '6px', marginBottom: '2px' },
  left: { marginLeft: 'auto', whiteSpace: 'nowrap' },
  alarm: { fontWeight: tokens.fontWeightSemibold },
  icon: { flexShrink: 0 },
  track: { height: '3px', borderRadius: '2px', backgroundColor: tokens.colorNeutralBackground6 },
  bar: { height: '3px', borderRadius: '2px', backgroundColor: tokens.colorNeutralStroke1Pressed },
  riskBar: { backgroundColor: tokens.colorStatusWarningBorderActive },
  overBar: { backgroundColor: tokens.colorStatusDangerBorderActive },
  metBar: { backgroundColor: tokens.colorStatusSuccessBorderActive },
});

/** The clock that runs out next, as a band; the others as lines under it. */
export function ClockLines({ sla }: { sla: Case['sla'] }) {
  const styles = useStyles();
  const nowMs = useNow();
  const lead = leadingClock(sla);
  const others = (Object.keys(clockNames) as ClockName[])
    .filter((name) => name !== lead?.name && sla[name].state !== 'none')
    .sort((a, b) => Number(sla[a].state === 'met') - Number(sla[b].state === 'met'));
  return (
    <>
      {lead !== null && <ClockBand lead={lead} nowMs={nowMs} />}
      {others.length > 0 && (
        <div className={styles.lines}>
          {others.map((name) => (
            <ClockLine key={name} named={{ name, clock: sla[name] }} nowMs={nowMs} />
          ))}
        </div>
      )}
    </>
  );
}

interface ClockProps {
  nowMs: number;
}

function ClockBand({ lead, nowMs }: ClockProps & { lead: NamedClock }) {
  const styles = useStyles();
  const tones = useToneStyles();
  const hidden = useHiddenText();
  const { tone, label, figure, sentence } = readBigClock(lead, nowMs);
  const Mark = clockIcons[tone].large;
  const grounds: Partial<Record<ClockTone, string>> = { at_risk: styles.riskBand, breached: styles.overBand };
  return (
    <div className={mergeClasses(styles.band, tones[tone], grounds[tone])} title={sentence}>
      <Mark className={styles.icon} />
      <span aria-hidden>{label}</span>
      <span className={styles.figure} aria-hidden>
        {figure}
      </span>
      <span className={hidden} role="status">
        {announcedClock(lead, nowMs)}
      </span>
    </div>
  );
}

function ClockLine({ named, nowMs }: ClockProps & { named: NamedClock }) {
  const styles = useStyles();
  const tones = useToneStyles();
  const reading = readClock(named, nowMs);
  const Mark = clockIcons[reading.tone].small;
  const bars: Partial<Record<ClockTone, string>> = {
    at_risk: styles.riskBar,
    breached: styles.overBar,
    met: styles.metBar,
  };
  const alarm = reading.tone === 'at_risk' || reading.tone === 'breached';
  return (
    <div title={reading.sentence} className={tones[reading.tone]}>
      <div className={styles.line}>
        <Mark className={styles.icon} />
        <span>{reading.name}</span>
        <span className={mergeClasses(styles.left, alarm && styles.alarm)}>{leftOver(named, reading.text, nowMs)}</span>
      </div>
      {reading.share !== null && (
        <div className={styles.track} aria-hidden>
          <div className={mergeClasses(styles.bar, bars[reading.tone])} style={{ width: `${reading.share * 100}%` }} />
        </div>
      )}
    </div>
  );
}

/** "46m left, due 15:18" today, "due Wed 10:05" later. */
function leftOver({ clock }: NamedClock, text: string, nowMs: number): string {
  if ((clock.state !== 'ok' && clock.state !== 'at_risk') || clock.due === null) return text;
  const dueMs = Date.parse(clock.due);
  if (dueMs < nowMs) return text;
  return sameDay(dueMs, nowMs) ? `${text} left, due ${timeOfDay(dueMs)}` : `due ${text}`;
}
