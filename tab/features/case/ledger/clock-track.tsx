import { tokens } from '@fluentui/react-components';
import type { ClockLedger, LedgerLine } from '../../../../backend/contracts/sla-ledger.ts';
import type { LedgerScale } from './ledger-scale.ts';

const height = 14;

export type TrackTone = 'plain' | 'at_risk' | 'breached' | 'met';

const solid: Record<TrackTone, string> = {
  plain: tokens.colorNeutralForeground2,
  at_risk: tokens.colorStatusWarningBorderActive,
  breached: tokens.colorStatusDangerBorderActive,
  met: tokens.colorStatusSuccessForeground1,
};

interface ClockTrackProps {
  ledger: ClockLedger;
  scale: LedgerScale;
  y: number;
  tone: TrackTone;
}

/** One clock as a track: what counted, what did not and why, what is still to come, and where it is due. */
export function ClockTrack({ ledger, scale, y, tone }: ClockTrackProps) {
  return (
    <g>
      {ledger.lines.map((line) => (
        <Piece key={`${line.from} ${line.to} ${line.cause}`} line={line} scale={scale} y={y} colour={solid[tone]} />
      ))}
      {ledger.due !== null && <Diamond x={scale.x(Date.parse(ledger.due))} y={y + height / 2} colour={solid[tone]} />}
      {ledger.stoppedAt !== null && (
        <circle cx={scale.x(Date.parse(ledger.stoppedAt))} cy={y + height / 2} r={6} fill={solid[tone]} />
      )}
    </g>
  );
}

function Piece({ line, scale, y, colour }: { line: LedgerLine; scale: LedgerScale; y: number; colour: string }) {
  const left = scale.x(Date.parse(line.from));
  const width = scale.x(Date.parse(line.to)) - left;
  if (line.cause === 'promise' && line.from !== line.to) return null;
  if (line.from === line.to) {
    return line.cause === 'promise' ? <path d={`M${left} ${y - 3}v${height + 6}`} stroke={colour} /> : null;
  }
  const place = { x: left, y, width: Math.max(1, width), height };
  if (line.ahead && line.cause === 'shift') {
    return <rect {...place} fill="none" stroke={colour} strokeDasharray="2 2" />;
  }
  if (line.cause === 'shift') return <rect {...place} fill={colour} />;
  const paused = line.cause === 'pause' || line.cause === 'ended';
  return <rect {...place} fill={`url(#${paused ? pausedHatch : closedHatch})`} />;
}

function Diamond({ x, y, colour }: { x: number; y: number; colour: string }) {
  return (
    <path d={`M${x} ${y - 8}l6 8-6 8-6-8z`} fill={colour} stroke={tokens.colorNeutralBackground1} strokeWidth={1.5} />
  );
}

const pausedHatch = 'hc-paused';
const closedHatch = 'hc-closed';

/** The hatches that tracks are filled with; drawn once in each picture. */
export function Hatches() {
  return (
    <defs>
      <pattern id={pausedHatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="4" height="4" fill={tokens.colorNeutralBackground3} />
        <rect width="2" height="4" fill={tokens.colorNeutralForeground2} />
      </pattern>
      <pattern id={closedHatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill={tokens.colorNeutralBackground3} />
        <rect width="1" height="6" fill={tokens.colorNeutralForeground4} />
      </pattern>
    </defs>
  );
}

export { closedHatch, height as trackHeight, pausedHatch };
