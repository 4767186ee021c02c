import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { useHiddenText } from '../../../ui/hidden-text.ts';
import { PaneFrame, Section } from './layout.tsx';

const useStyles = makeStyles({
  lines: { display: 'grid', gap: '8px' },
  // Still blocks: nothing in the product pulses.
  line: { height: '16px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralStencil1 },
  small: { height: '12px' },
  field: { height: '30px', width: '55%' },
  half: { width: '55%' },
  most: { width: '85%' },
  create: { flexGrow: 1, minHeight: '36px' },
});

/** Another mail was opened: nothing of the last one is left, and nothing can be pressed. */
export function PaneSkeleton() {
  const styles = useStyles();
  const hidden = useHiddenText();
  const foot = (
    <Button appearance="primary" className={styles.create} icon={<Add20Regular />} disabled>
      Create case
    </Button>
  );
  return (
    <PaneFrame foot={foot} busy>
      <h1 className={hidden}>Reading the mail</h1>
      <Section>
        <div className={styles.lines} aria-hidden>
          <div className={mergeClasses(styles.line, styles.small, styles.half)} />
          <div className={styles.line} />
          <div className={mergeClasses(styles.line, styles.small, styles.most)} />
        </div>
      </Section>
      <SuggestionSkeleton />
    </PaneFrame>
  );
}

export function SuggestionSkeleton() {
  const styles = useStyles();
  const hidden = useHiddenText();
  return (
    <Section>
      <span className={hidden} role="status">
        The analyst reads the mail
      </span>
      <div className={styles.lines} aria-hidden>
        <div className={mergeClasses(styles.line, styles.half)} />
        <div className={styles.line} />
        <div className={mergeClasses(styles.line, styles.most)} />
        <div className={mergeClasses(styles.line, styles.field)} />
        <div className={mergeClasses(styles.line, styles.field)} />
      </div>
    </Section>
  );
}
