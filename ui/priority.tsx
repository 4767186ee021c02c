import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDoubleUp16Filled } from '@fluentui/react-icons/svg/chevron-double-up';
import { ChevronDown16Filled } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUp16Filled } from '@fluentui/react-icons/svg/chevron-up';
import { Important16Filled } from '@fluentui/react-icons/svg/important';
import { Subtract16Filled } from '@fluentui/react-icons/svg/subtract';
import type { Case } from '../backend/contracts/case.ts';
import { type Icon, IconWord } from './icon-word.tsx';
import { priorityWords, sharedWords } from './words.ts';

export type Priority = Case['priority'];

/** From the most to the least pressing. */
export const priorityIcons: Record<Priority, Icon> = {
  critical: Important16Filled,
  urgent: ChevronDoubleUp16Filled,
  high: ChevronUp16Filled,
  medium: Subtract16Filled,
  low: ChevronDown16Filled,
};

const useStyles = makeStyles({
  critical: {
    backgroundColor: tokens.colorNeutralForeground1,
    color: tokens.colorNeutralBackground1,
    fontWeight: tokens.fontWeightSemibold,
    borderRadius: tokens.borderRadiusMedium,
    padding: '0 6px 0 2px',
    gap: '2px',
    height: '20px',
    marginLeft: '-2px',
    justifySelf: 'start',
  },
  urgent: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Priority in ink and shape, never in colour. `compact` leaves the word out where the priority is not pressing. */
export function PriorityLabel({ priority, compact = false }: { priority: Priority; compact?: boolean }) {
  const styles = useStyles();
  const word = priorityWords[priority];
  const Mark = priorityIcons[priority];
  if (compact && priority !== 'critical' && priority !== 'urgent') {
    return (
      <span role="img" aria-label={sharedWords.priority(word)} title={word} style={{ display: 'inline-flex' }}>
        <Mark />
      </span>
    );
  }
  return (
    <IconWord
      icon={Mark}
      className={mergeClasses(
        priority === 'critical' && styles.critical,
        priority === 'urgent' && styles.urgent,
        priority === 'low' && styles.quiet,
      )}
    >
      {word}
    </IconWord>
  );
}
