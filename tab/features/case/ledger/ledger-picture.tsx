import { makeStyles, tokens } from '@fluentui/react-components';
import type { Case } from '../../../../backend/contracts/case.ts';
import type { ClockName } from '../../../../backend/contracts/clock-words.ts';
import type { ClockLedger, Ledger } from '../../../../backend/contracts/sla-ledger.ts';
import { readClock } from '../../../../ui/clock-reading.ts';
import { instantText } from '../../../../ui/format.ts';
import { clockNames } from '../../../../ui/words.ts';
import { ClockTrack, closedHatch, Hatches, pausedHatch, type TrackTone, trackHeight } from './clock-track.tsx';
import { ledgerScale } from './ledger-scale.ts';
import { spanShort } from './span.ts';
import { ledgerWords as words } from './words.ts';

const width = 376;
const side = 8;
const axis = 22;
const row = 40;

const useStyles = makeStyles({
  picture: { display: 'block', width: '100%', height: 'auto', fontSize: '11px' },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 14px',
    margin: '4px 0 8px',
    padding: 0,
    listStyle: 'none',
    color: tokens.colorNeutralForeground2,
  },
  key: { display: 'inline-flex', alignItems: 'center', gap: '5px' },
});

/** The clocks of a case over time: a track each, on one scale on which nights are folded. */
export function LedgerPicture({ ledger, value }: { ledger: Ledger; value: Case }) {
  const styles = useStyles();
  const names = (Object.keys(clockNames) as ClockName[]).filter((name) => ledger.clocks[name] !== null);
  const scale = ledgerScale(ledger, width - 2 * side);
  const nowMs = Date.parse(ledger.at);
  const tall = axis + names.length * row;
  return (
    <>
      <svg
        className={styles.picture}
        viewBox={`0 0 ${width} ${tall}`}
        role="img"
        aria-label={names.map((name) => readClock({ name, clock: value.sla[name] }, nowMs).sentence).join(' ')}
      >
        <Hatches />
        <g transform={`translate(${side} 0)`}>
          <Ticks scale={scale} nowMs={nowMs} />
          {names.map((name, index) => (
            <Row
              key={name}
              name={name}
              clock={ledger.clocks[name] as ClockLedger}
              state={value.sla[name].state}
              scale={scale}
              y={axis + index * row}
              nowMs={nowMs}
            />
          ))}
          <path d={`M${scale.x(nowMs)} ${axis - 4}V${tall - 4}`} stroke={tokens.colorBrandStroke1} strokeWidth={1.5} />
        </g>
      </svg>
      <Legend />
    </>
  );
}

interface RowProps {
  name: ClockName;
  clock: ClockLedger;
  state: Case['sla'][ClockName]['state'];
  scale: ReturnType<typeof ledgerScale>;
  y: number;
  nowMs: number;
}

function Row({ name, clock, state, scale, y, nowMs }: RowProps) {
  const used = clock.targetMs === null ? '' : words.used(spanShort(clock.consumedMs), spanShort(clock.targetMs));
  const due = clock.due === null ? '' : words.due(instantText(Date.parse(clock.due), nowMs));
  return (
    <g>
      <text x={0} y={y + 11} fill={tokens.colorNeutralForeground1} fontWeight={600}>
        {clockNames[name]}
      </text>
      <text x={width - 2 * side} y={y + 11} textAnchor="end" fill={tokens.colorNeutralForeground2}>
        {[used, due].filter(Boolean).join(' · ')}
      </text>
      <rect
        x={0}
        y={y + 17}
        width={width - 2 * side}
        height={trackHeight}
        fill={tokens.colorNeutralBackground3}
        rx={2}
      />
      <ClockTrack ledger={clock} scale={scale} y={y + 17} tone={toneOf(state)} />
    </g>
  );
}

function toneOf(state: Case['sla'][ClockName]['state']): TrackTone {
  return state === 'at_risk' || state === 'breached' || state === 'met' ? state : 'plain';
}

/** The beginning, now and the end are named; more would not fit beside each other. */
function Ticks({ scale, nowMs }: { scale: ReturnType<typeof ledgerScale>; nowMs: number }) {
  const end = width - 2 * side;
  return (
    <g fill={tokens.colorNeutralForeground3}>
      <text x={0} y={11}>
        {instantText(scale.fromMs, nowMs)}
      </text>
      <text x={end} y={11} textAnchor="end">
        {instantText(scale.toMs, nowMs)}
      </text>
    </g>
  );
}

function Legend() {
  const styles = useStyles();
  const box = (fill: string) => (
    <svg width="14" height="10" aria-hidden="true">
      <Hatches />
      <rect width="14" height="10" fill={fill} />
    </svg>
  );
  return (
    <ul className={styles.legend}>
      <li className={styles.key}>
        {box(tokens.colorNeutralForeground2)} {words.legend.counted}
      </li>
      <li className={styles.key}>
        {box(`url(#${pausedHatch})`)} {words.legend.paused}
      </li>
      <li className={styles.key}>
        {box(`url(#${closedHatch})`)} {words.legend.closed}
      </li>
      <li className={styles.key}>
        <svg width="12" height="12" aria-hidden="true">
          <path d="M6 0l5 6-5 6-5-6z" fill={tokens.colorNeutralForeground2} />
        </svg>
        {words.legend.due}
      </li>
    </ul>
  );
}
