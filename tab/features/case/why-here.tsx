import { makeStyles, Popover, PopoverSurface, PopoverTrigger, tokens } from '@fluentui/react-components';
import { Link16Regular } from '@fluentui/react-icons/svg/link';
import type { Message } from '../../../backend/contracts/message.ts';
import { TextButton } from '../../shell/text-button.tsx';
import { words } from '../../words.ts';

const useStyles = makeStyles({
  line: { display: 'inline-flex', alignItems: 'center', gap: '4px', color: tokens.colorNeutralForeground3 },
  surface: { maxWidth: '320px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  why: { margin: 0, overflowWrap: 'anywhere' },
});

/** Which rule put a mail on this case; the sentence behind it opens. */
export function WhyHere({ threadedBy }: { threadedBy: Message['threadedBy'] }) {
  const styles = useStyles();
  return (
    <span className={styles.line}>
      <Link16Regular />
      {words.message.rules[threadedBy.rule]}
      <span aria-hidden>·</span>
      <Popover withArrow trapFocus positioning="below-end">
        <PopoverTrigger>
          <TextButton>{words.message.whyHere}</TextButton>
        </PopoverTrigger>
        <PopoverSurface className={styles.surface} aria-label={words.message.whyTitle}>
          <h2 className={styles.title}>{words.message.whyTitle}</h2>
          <p className={styles.why}>{threadedBy.why}</p>
        </PopoverSurface>
      </Popover>
    </span>
  );
}
