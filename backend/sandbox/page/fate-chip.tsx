import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ListedMail } from './inbox.ts';

const useStyles = makeStyles({
  chip: {
    flexShrink: 0,
    padding: '0 7px',
    fontSize: '11px',
    lineHeight: '18px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  case: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
});

type Fate = NonNullable<ListedMail['fate']>;

const kindWords: Record<Fate['kind'], string> = {
  human: 'Kept apart',
  auto_reply: 'Auto-reply',
  bounce: 'Bounce',
  bulk: 'Bulk',
  own_message: 'Our own',
  feedback_report: 'Report',
};

/** What became of a mail in a word: its case, or what it was taken for. Nothing while it is on its way. */
export function FateChip({ fate }: { fate: ListedMail['fate'] }) {
  const styles = useStyles();
  if (fate === null) return null;
  const isCase = fate.caseNumber !== null && fate.kind === 'human';
  return (
    <span className={mergeClasses(styles.chip, isCase && styles.case)} title={fate.reason}>
      {fateWord(fate)}
    </span>
  );
}

export function fateWord(fate: Fate): string {
  if (fate.outcome === 'parked') return 'Parked';
  return fate.kind === 'human' ? (fate.caseNumber ?? kindWords.human) : kindWords[fate.kind];
}
