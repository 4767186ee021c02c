import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  strip: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))',
    '@media (max-width: 639px)': { gridTemplateColumns: '1fr 1fr' },
    gap: '1px',
    margin: 0,
    padding: 0,
    listStyle: 'none',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '6px',
    overflow: 'hidden',
    // The gaps are the hairlines between the figures.
    backgroundColor: tokens.colorNeutralStroke2,
  },
  box: {
    minWidth: 0,
    padding: '8px 14px',
    backgroundColor: tokens.colorNeutralBackground1,
    // On a phone they stand in two columns, and the last one may be alone.
    '@media (max-width: 639px)': { ':last-child:nth-child(odd)': { gridColumn: '1 / -1' } },
  },
  name: { display: 'flex', alignItems: 'center' },
  value: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: '8px',
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  /** A state rather than a number. */
  word: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase600 },
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  base: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
});

export interface StripFigure {
  key: string;
  name: string;
  meaning: ReactNode;
  value: ReactNode;
  /** The value is a state rather than a number. */
  state?: boolean;
  /** Beside the value, small. */
  beside?: ReactNode;
  /** Below it. */
  base: ReactNode;
}

/** Figures side by side, each with its meaning and what it is measured against. */
export function FigureStrip({ label, figures }: { label: string; figures: readonly StripFigure[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.strip} aria-label={label}>
      {figures.map(({ key, name, meaning, value, state, beside, base }) => (
        <li key={key} className={styles.box}>
          <div className={styles.name}>
            {name}
            {meaning}
          </div>
          <div className={mergeClasses(styles.value, state && styles.word)}>
            {value}
            {beside !== undefined && <span className={styles.small}>{beside}</span>}
          </div>
          <div className={styles.base}>{base}</div>
        </li>
      ))}
    </ul>
  );
}
