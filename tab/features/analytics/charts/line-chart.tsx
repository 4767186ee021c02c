import { useAppearance } from '../../../../ui/appearance.ts';
import { CaseLink } from '../case-link.tsx';
import { useChartStyles } from './chart-styles.ts';
import { palettes } from './palette.ts';
import { labelEvery, ticksOver } from './ticks.ts';
import { usePoints } from './use-points.ts';
import { useWidthOf } from './use-width-of.ts';

export interface LinePoint {
  name: string;
  /** Null where nothing was measured; the line then has a gap. */
  value: number | null;
  /** The whole of it in words. */
  sentence: string;
  link: string | null;
}

interface LineChartProps {
  label: string;
  points: readonly LinePoint[];
  /** How a value is written at the axis and at the last point. */
  write: (value: number) => string;
  /** No tick goes beyond. */
  most?: number;
  /** Values are no whole numbers. */
  fractions?: boolean;
  goal?: { value: number; word: string };
  height?: number;
}

const left = 44;
const top = 18;

/** One value over time. */
export function LineChart({ label, points, write, most, fractions = false, goal, height = 220 }: LineChartProps) {
  const styles = useChartStyles();
  const { series } = palettes[useAppearance()];
  const { chart, onKeyDown, pointProps } = usePoints(points.length);
  const width = useWidthOf(chart);
  const inner = Math.max(0, width - left - 16);
  const bottom = height - 24;
  const values = points.map(({ value }) => value).filter((value) => value !== null);
  const reach = goal === undefined ? values : [...values, goal.value];
  const ticks = ticksOver(Math.min(...reach, most ?? Infinity), Math.max(...reach, 0), fractions).filter(
    (tick) => most === undefined || tick <= most,
  );
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const y = (value: number) => top + (bottom - top) * (1 - (value - low) / (high - low || 1));
  const step = inner / Math.max(1, points.length);
  const x = (index: number) => left + step * (index + 0.5);
  const every = labelEvery(points.length, inner, 46);
  const last = points.findLastIndex(({ value }) => value !== null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move between the links inside.
    <div className={styles.chart} ref={chart} onKeyDown={onKeyDown} style={{ minHeight: height }}>
      {width > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a picture of links has no element of its own.
        <svg className={styles.svg} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
          <g aria-hidden>
            {ticks.map((tick) => (
              <g key={tick}>
                <line className={styles.grid} x1={left} x2={width - 16} y1={y(tick)} y2={y(tick)} />
                <text className={styles.axis} x={left - 6} y={y(tick) + 4} textAnchor="end">
                  {write(tick)}
                </text>
              </g>
            ))}
            {goal !== undefined && (
              <>
                <line className={styles.goal} x1={left} x2={width - 16} y1={y(goal.value)} y2={y(goal.value)} />
                <text className={styles.axis} x={left + 4} y={y(goal.value) - 4}>
                  {goal.word}
                </text>
              </>
            )}
            <path className={styles.line} stroke={series[0]} d={pathOf(points, x, y)} />
            {points.map(({ name, value }, i) => (
              <g key={name + String(i)}>
                {value !== null && <circle cx={x(i)} cy={y(value)} r={3} fill={series[0]} />}
                {i % every === 0 && (
                  <text className={styles.axis} x={x(i)} y={height - 4} textAnchor="middle">
                    {name}
                  </text>
                )}
                {i === last && value !== null && (
                  <text
                    className={styles.label}
                    x={x(i)}
                    y={y(value) + (fallsTo(points, i) ? 18 : -8)}
                    textAnchor={points.length > 1 ? 'end' : 'middle'}
                  >
                    {write(value)}
                  </text>
                )}
              </g>
            ))}
          </g>
          {points.map(({ name, sentence, link: address }, i) => (
            <CaseLink
              key={name + String(i)}
              className={styles.link}
              aria-label={sentence}
              {...pointProps(i)}
              address={address}
            >
              <title>{sentence}</title>
              <rect
                className={styles.hit}
                x={left + step * i + 1}
                y={top - 10}
                width={Math.max(1, step - 2)}
                height={bottom - top + 14}
              />
            </CaseLink>
          ))}
        </svg>
      )}
    </div>
  );
}

/** Whether the line comes down to a point: its label then stands below. */
function fallsTo(points: readonly LinePoint[], index: number): boolean {
  const [before, here] = [points[index - 1]?.value ?? null, points[index]?.value ?? null];
  return before !== null && here !== null && before > here;
}

function pathOf(points: readonly LinePoint[], x: (index: number) => number, y: (value: number) => number): string {
  let path = '';
  for (const [i, { value }] of points.entries()) {
    if (value === null) continue;
    const joins = i > 0 && points[i - 1]?.value !== null;
    path += `${joins ? 'L' : 'M'}${x(i)} ${y(value)}`;
  }
  return path;
}
