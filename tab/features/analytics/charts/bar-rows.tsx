import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useAppearance } from '../../../../ui/appearance.ts';
import { useHiddenText } from '../../../../ui/hidden-text.ts';
import { numberText } from '../../../../ui/language.ts';
import { useFocusRing } from '../../../shell/focus-ring.ts';
import { CaseLink } from '../case-link.tsx';
import { palettes } from './palette.ts';

const useStyles = makeStyles({
  rows: { display: 'grid', gap: '2px', margin: 0, padding: 0, listStyle: 'none' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(90px, 130px) minmax(0, 1fr) 52px 52px',
    alignItems: 'center',
    gap: '8px',
    minHeight: '26px',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    fontVariantNumeric: 'tabular-nums',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  bar: { height: '10px', borderRadius: '2px', minWidth: '1px' },
  number: { textAlign: 'end' },
  quiet: { textAlign: 'end', color: tokens.colorNeutralForeground3 },
});

export interface BarRow {
  key: string;
  name: ReactNode;
  value: number;
  /** The last column, such as the change in the period. */
  beside: string;
  link: string | null;
}

interface BarRowsProps {
  label: string;
  rows: readonly BarRow[];
  /** What the two columns count, for those who do not see the heads around them. */
  words: { valueWord: string; besideWord: string };
}

/** One bar a line, the longest first as they come. */
export function BarRows({ label, rows, words }: BarRowsProps) {
  const styles = useStyles();
  const ring = useFocusRing();
  const hidden = useHiddenText();
  const { series } = palettes[useAppearance()];
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <ul className={styles.rows} aria-label={label}>
      {rows.map(({ key, name, value, beside, link: address }) => (
        <li key={key}>
          <CaseLink className={mergeClasses(styles.row, ring)} address={address}>
            <span className={styles.name}>{name}</span>
            <span className={styles.bar} style={{ width: `${(value / most) * 100}%`, backgroundColor: series[0] }} />
            <span className={styles.number}>
              {numberText(value)}
              <span className={hidden}> {words.valueWord}, </span>
            </span>
            <span className={styles.quiet}>
              {beside}
              <span className={hidden}> {words.besideWord}</span>
            </span>
          </CaseLink>
        </li>
      ))}
    </ul>
  );
}
