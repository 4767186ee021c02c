import { useAppearance } from '../../../../ui/appearance.ts';
import { numberText } from '../../../../ui/language.ts';
import { CaseLink } from '../case-link.tsx';
import { analyticsWords as words } from '../words.ts';
import { useChartStyles } from './chart-styles.ts';
import { palettes } from './palette.ts';
import { labelEvery, ticksOver } from './ticks.ts';
import { usePoints } from './use-points.ts';
import { useWidthOf } from './use-width-of.ts';

export interface FlowPoint {
  /** Of the interval: "Wed 18". */
  name: string;
  open: number;
  created: number;
  resolved: number;
  /** To the cases that were created, and resolved, in it. */
  createdLink: string | null;
  resolvedLink: string | null;
}

interface FlowChartProps {
  label: string;
  points: readonly FlowPoint[];
  /** Open cases of the period before, interval by interval. */
  before: readonly number[];
}

const left = 36;
const lineHeight = 140;
const barHeight = 84;
const height = lineHeight + barHeight + 42;
const labelWidth = 58;

/** The backlog as a line, and below it, on the same time axis, what came in and what was resolved. */
export function FlowChart({ label, points, before }: FlowChartProps) {
  const styles = useChartStyles();
  const { series } = palettes[useAppearance()];
  const { chart, onKeyDown, pointProps } = usePoints(points.length * 2, 2);
  const width = useWidthOf(chart);
  const right = width < 480 ? 12 : 84;
  const inner = Math.max(0, width - left - right);
  const step = inner / Math.max(1, points.length);
  const opens = [...points.map(({ open }) => open), ...before];
  const ticks = ticksOver(Math.min(...opens), Math.max(...opens));
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const y = (open: number) => 14 + (lineHeight - 20) * (1 - (open - low) / Math.max(1, high - low));
  const x = (index: number) => left + step * (index + 0.5);
  const most = Math.max(1, ...points.flatMap(({ created, resolved }) => [created, resolved]));
  const tall = (count: number) => (count / most) * (barHeight / 2 - 12);
  const zero = lineHeight + barHeight / 2 + 8;
  const every = labelEvery(points.length, inner, labelWidth);
  const barWidth = Math.min(26, Math.max(2, step * 0.5));
  const numbered = step >= 26;
  const path = (values: readonly number[]) =>
    values.map((open, i) => `${i === 0 ? 'M' : 'L'}${x(i)} ${y(open)}`).join('');
  const last = points.at(-1);
  const beforeEnd = before[points.length - 1];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move between the links inside.
    <div className={styles.chart} ref={chart} onKeyDown={onKeyDown} style={{ minHeight: height }}>
      {width > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a picture of links has no element of its own.
        <svg className={styles.svg} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
          {ticks.map((tick) => (
            <g key={tick} aria-hidden>
              <line className={styles.grid} x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
              <text className={styles.axis} x={left - 6} y={y(tick) + 4} textAnchor="end">
                {numberText(tick)}
              </text>
            </g>
          ))}
          <g aria-hidden>
            {before.length > 0 && <path className={styles.before} d={path(before.slice(0, points.length))} />}
            <path className={styles.line} stroke={series[0]} d={path(points.map(({ open }) => open))} />
            {last !== undefined && <circle cx={x(points.length - 1)} cy={y(last.open)} r={3.5} fill={series[0]} />}
            {last !== undefined && right > 12 && (
              <>
                <text className={styles.label} x={width - right + 2} y={y(last.open) + 4}>
                  {words.chart.open(last.open)}
                </text>
                {beforeEnd !== undefined && (
                  <text className={styles.axis} x={width - right + 2} y={labelBelow(y(last.open), y(beforeEnd))}>
                    {words.chart.before}
                  </text>
                )}
                <Legend x={width - right + 2} y={zero} colours={[series[0], series[1]]} />
              </>
            )}
            <line className={styles.base} x1={left} x2={width - right} y1={zero} y2={zero} />
          </g>
          {points.map((point, i) => (
            <g key={point.name + String(i)} aria-hidden>
              <rect
                x={x(i) - barWidth / 2}
                y={zero - tall(point.created)}
                width={barWidth}
                height={tall(point.created)}
                fill={series[0]}
              />
              <rect x={x(i) - barWidth / 2} y={zero} width={barWidth} height={tall(point.resolved)} fill={series[1]} />
              {numbered && point.created > 0 && (
                <text className={styles.axis} x={x(i)} y={zero - tall(point.created) - 4} textAnchor="middle">
                  {numberText(point.created)}
                </text>
              )}
              {numbered && point.resolved > 0 && (
                <text className={styles.axis} x={x(i)} y={zero + tall(point.resolved) + 11} textAnchor="middle">
                  {numberText(point.resolved)}
                </text>
              )}
              {i % every === 0 && (
                <text className={styles.axis} x={x(i)} y={height - 4} textAnchor="middle">
                  {point.name}
                </text>
              )}
            </g>
          ))}
          {points.flatMap((point, i) =>
            (['created', 'resolved'] as const).map((kind, row) => {
              const address = kind === 'created' ? point.createdLink : point.resolvedLink;
              const name = words.chart[kind](point.name, point[kind], point.open);
              return (
                <CaseLink
                  key={`${point.name}${String(i)}${kind}`}
                  className={styles.link}
                  aria-label={name}
                  {...pointProps(i * 2 + row)}
                  address={address}
                >
                  <title>{name}</title>
                  <rect
                    className={styles.hit}
                    x={left + step * i + 1}
                    y={row === 0 ? 8 : zero}
                    width={Math.max(1, step - 2)}
                    height={row === 0 ? zero - 8 : barHeight / 2}
                  />
                </CaseLink>
              );
            }),
          )}
        </svg>
      )}
    </div>
  );
}

/** Beside the end of its line, but never over the label of the other one. */
function labelBelow(taken: number, wanted: number): number {
  return Math.abs(wanted - taken) < 14 ? taken + 18 : wanted + 4;
}

function Legend({ x, y, colours }: { x: number; y: number; colours: readonly [string, string] }) {
  const styles = useChartStyles();
  return (
    <>
      <path d={`M${x} ${y - 10}l5 -8l5 8z`} fill={colours[0]} />
      <text className={styles.label} x={x + 14} y={y - 10}>
        {words.chart.createdWord}
      </text>
      <path d={`M${x} ${y + 8}l5 8l5 -8z`} fill={colours[1]} />
      <text className={styles.label} x={x + 14} y={y + 17}>
        {words.chart.resolvedWord}
      </text>
    </>
  );
}
