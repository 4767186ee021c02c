import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useAppearance } from '../../../../ui/appearance.ts';
import { locale, numberText } from '../../../../ui/language.ts';
import { useFocusRing } from '../../../shell/focus-ring.ts';
import { CaseLink } from '../case-link.tsx';
import { analyticsWords as words } from '../words.ts';
import { palettes } from './palette.ts';
import { heatSteps } from './ticks.ts';
import { usePoints } from './use-points.ts';

const useStyles = makeStyles({
  frame: { overflowX: 'auto' },
  grid: {
    display: 'grid',
    gridTemplateColumns: '40px repeat(24, minmax(22px, 1fr))',
    gap: '2px',
    minWidth: '620px',
    fontSize: '10px',
    lineHeight: '20px',
    fontVariantNumeric: 'tabular-nums',
  },
  day: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  cell: {
    height: '20px',
    borderRadius: '2px',
    textAlign: 'center',
    textDecorationLine: 'none',
    boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStroke3}`,
  },
  filled: { boxShadow: `inset 0 0 0 1px ${tokens.colorTransparentStroke}` },
  hour: { textAlign: 'center', color: tokens.colorNeutralForeground3, fontSize: '11px' },
  legend: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px', marginTop: '6px' },
  step: { display: 'inline-flex', alignItems: 'center', gap: '6px', color: tokens.colorNeutralForeground3 },
  swatch: {
    width: '16px',
    height: '10px',
    borderRadius: '2px',
    boxShadow: `inset 0 0 0 1px ${tokens.colorTransparentStroke}`,
  },
});

/** Monday is the fifth of January 1970. */
const mondayMs = 4 * 86_400_000;
const dayForm = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
export const dayName = (weekday: number) => dayForm.format(mondayMs + weekday * 86_400_000);

interface HeatMapProps {
  label: string;
  /** By weekday, Monday first, and hour. */
  heat: readonly (readonly number[])[];
  linkOf: (weekday: number, hour: number) => string | null;
}

/** How many came in each hour of the week. */
export function HeatMap({ label, heat, linkOf }: HeatMapProps) {
  const styles = useStyles();
  const ring = useFocusRing();
  const { heat: colours } = palettes[useAppearance()];
  const steps = heatSteps(heat.flat());
  // Sideways goes through the hours of a day, up and down through the days.
  const { chart, onKeyDown, pointProps } = usePoints(7 * 24, 7);
  const stepOf = (count: number) => steps.findLastIndex((least) => count >= least);
  const colourOf = (step: number) =>
    colours[steps.length === 1 ? 2 : Math.round((step * 4) / Math.max(1, steps.length - 1))];
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move between the links inside. */}
      <div className={styles.frame} ref={chart} onKeyDown={onKeyDown}>
        {/* biome-ignore lint/a11y/useSemanticElements: a grid of links, not a set of fields. */}
        <div className={styles.grid} role="group" aria-label={label}>
          {heat.map((hours, weekday) => [
            // biome-ignore lint/suspicious/noArrayIndexKey: a weekday is its place.
            <span key={`day${weekday}`} className={styles.day} aria-hidden>
              {dayName(weekday)}
            </span>,
            ...hours.map((count, hour) => {
              const colour = count === 0 ? undefined : colourOf(stepOf(count));
              const name = words.chart.hour(dayName(weekday), hour, count);
              return (
                <CaseLink
                  // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place.
                  key={`${weekday}-${hour}`}
                  className={mergeClasses(styles.cell, count > 0 && styles.filled, ring)}
                  style={colour && { backgroundColor: colour.ground, color: colour.ink }}
                  aria-label={name}
                  title={name}
                  {...pointProps(hour * 7 + weekday)}
                  address={count === 0 ? null : linkOf(weekday, hour)}
                >
                  {count > 0 && numberText(count)}
                </CaseLink>
              );
            }),
          ])}
          <span />
          {Array.from({ length: 24 }, (_, hour) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place.
            <span key={hour} className={styles.hour} aria-hidden>
              {hour % 3 === 0 ? hour : ''}
            </span>
          ))}
        </div>
      </div>
      <div className={styles.legend} aria-hidden>
        {steps.map((least, step) => (
          <span key={least} className={styles.step}>
            <span className={styles.swatch} style={{ backgroundColor: colourOf(step)?.ground }} />
            {words.chart.step(least, (steps[step + 1] ?? 0) - 1)}
          </span>
        ))}
      </div>
    </>
  );
}
