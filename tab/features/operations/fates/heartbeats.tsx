import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { MailAlert20Regular } from '@fluentui/react-icons/svg/mail-alert';
import { MailCheckmark20Regular } from '@fluentui/react-icons/svg/mail-checkmark';
import type { Heartbeat } from '../../../../backend/contracts/fates.ts';
import { fullInstant, timeOfDay } from '../../../../ui/format.ts';
import { useNow } from '../../../../ui/now.ts';
import { words } from '../words.ts';
import { spanText } from './span-text.ts';

const useStyles = makeStyles({
  strip: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(280px, 1fr))',
    margin: 0,
    padding: 0,
    listStyle: 'none',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '6px',
    overflow: 'hidden',
  },
  box: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    minWidth: 0,
    padding: '8px 14px',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderRight: 'none' },
  },
  silent: { backgroundColor: tokens.colorStatusDangerBackground1 },
  text: { minWidth: 0, flexGrow: 1 },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  alarm: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
  bars: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
});

/** Whether each mailbox is alive: its last mail beside its usual gap, and the last day hour by hour. */
export function Heartbeats({ hearts }: { hearts: Heartbeat[] }) {
  const styles = useStyles();
  const nowMs = useNow(30_000);
  return (
    <ul className={styles.strip} aria-label={words.heart.label}>
      {hearts.map((heart) => (
        <li key={heart.mailbox} className={mergeClasses(styles.box, heart.silence !== null && styles.silent)}>
          {heart.silence === null ? <MailCheckmark20Regular /> : <MailAlert20Regular className={styles.alarm} />}
          <div className={styles.text}>
            <div className={styles.name}>{heart.mailbox}</div>
            <Beat heart={heart} nowMs={nowMs} />
          </div>
          <Hours counts={heart.hours} />
        </li>
      ))}
    </ul>
  );
}

function Beat({ heart, nowMs }: { heart: Heartbeat; nowMs: number }) {
  const styles = useStyles();
  const { silence, lastMailAt, usualGapMinutes, pushesUntil } = heart;
  const gap = usualGapMinutes === null ? [] : [words.heart.gap(spanText(usualGapMinutes * 60_000))];
  if (silence !== null) {
    const told = silence.toldAt === null ? [] : [words.heart.told(timeOfDay(Date.parse(silence.toldAt)))];
    return (
      <div title={silence.why}>
        <span className={styles.alarm}>{words.heart.silent(spanText(nowMs - Date.parse(silence.since)))}</span>
        <span className={styles.quiet}>{['', ...gap, silence.why, ...told].join(', ')}</span>
      </div>
    );
  }
  if (lastMailAt === null) return <div className={styles.quiet}>{words.heart.never}</div>;
  const lastMs = Date.parse(lastMailAt);
  const push = pushesUntil === null ? [words.heart.noPush] : [];
  return (
    <div title={fullInstant(lastMs)}>
      {nowMs - lastMs < 60_000 ? words.heart.now : words.heart.lastMail(spanText(nowMs - lastMs))}
      <span className={styles.quiet}>{['', ...gap, ...push].join(', ')}</span>
    </div>
  );
}

const barWidth = 5;
const barGap = 2;
const height = 24;

function Hours({ counts }: { counts: number[] }) {
  const styles = useStyles();
  const most = Math.max(1, ...counts);
  return (
    <svg
      className={styles.bars}
      width={counts.length * (barWidth + barGap)}
      height={height}
      role="img"
      aria-label={words.heart.hours(counts.join(', '))}
    >
      {counts.map((count, hour) => {
        const tall = count === 0 ? 1 : Math.max(2, Math.round((count / most) * height));
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place in the row.
            key={hour}
            x={hour * (barWidth + barGap)}
            y={height - tall}
            width={barWidth}
            height={tall}
            fill="currentColor"
          />
        );
      })}
    </svg>
  );
}
