import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useWidth } from '../../../shell/width.ts';
import { figureText, movementText, type Unit } from '../figure-words.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  base: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  better: { color: tokens.colorStatusSuccessForeground1 },
  worse: { color: tokens.colorStatusDangerForeground3 },
});

interface MovementProps {
  now: number | null;
  before: number | null;
  unit: Unit;
  /** Whether more of it is good. */
  moreIsBetter: boolean;
  /** What it is measured against, where that is not the figure before itself. */
  base?: string;
}

/** How a figure moved against the period before: amount, direction and base, coloured by whether it helps. */
export function Movement({ now, before, unit, moreIsBetter, base }: MovementProps) {
  const styles = useStyles();
  const phone = useWidth() === 'phone';
  if (now === null || before === null) return <span className={styles.base}>{base ?? '–'}</span>;
  const difference = now - before;
  const text = movementText(difference, unit);
  const isSame = text === movementText(0, unit);
  const look = isSame ? undefined : difference > 0 === moreIsBetter ? styles.better : styles.worse;
  if (phone)
    return (
      <span className={mergeClasses(styles.base, look)}>{isSame ? words.same : inWords(difference, text, unit)}</span>
    );
  return (
    <span className={styles.base}>
      {isSame ? `– ${words.same}` : <span className={look}>{`${difference > 0 ? '↑' : '↓'} ${text}`}</span>}{' '}
      {base ?? words.from(figureText(before, unit))}
    </span>
  );
}

function inWords(difference: number, text: string, unit: Unit): string {
  if (unit === 'minutes') return `${text} ${difference > 0 ? words.slower : words.faster}`;
  if (unit === 'percent') return `${text} ${difference > 0 ? words.better : words.worse}`;
  return `${text} ${difference > 0 ? words.more : words.fewer}`;
}
