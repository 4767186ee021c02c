import { makeStyles, Popover, PopoverSurface, PopoverTrigger, tokens } from '@fluentui/react-components';
import { Sparkle16Regular } from '@fluentui/react-icons/svg/sparkle';
import type { Case } from '../../../backend/contracts/case.ts';
import { TextButton } from '../../shell/text-button.tsx';
import { words } from '../../words.ts';

const useStyles = makeStyles({
  note: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  surface: { maxWidth: '340px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: '8px 0', paddingLeft: '16px' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** How sure the analyst is, and its reasons. */
export function AnalystNote({ analysis }: { analysis: NonNullable<Case['ai']> }) {
  const styles = useStyles();
  const { confidence, needsReview, reasons, engine } = analysis;
  return (
    <span className={styles.note}>
      <Sparkle16Regular />
      {needsReview ? words.analyst.unsure : words.analyst.sure(Math.round(confidence * 100))}
      <span aria-hidden>·</span>
      <Popover withArrow trapFocus positioning="below-end">
        <PopoverTrigger>
          <TextButton>{words.analyst.why}</TextButton>
        </PopoverTrigger>
        <PopoverSurface className={styles.surface} aria-label={words.analyst.title}>
          <h2 className={styles.title}>{words.analyst.title}</h2>
          {reasons.length === 0 ? (
            <p>{words.analyst.noReasons}</p>
          ) : (
            <ul className={styles.list}>
              {reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          )}
          {needsReview && <p>{words.analyst.review}</p>}
          <p className={styles.quiet}>
            {words.analyst.sure(Math.round(confidence * 100))}, {words.analyst[engine]}
          </p>
        </PopoverSurface>
      </Popover>
    </span>
  );
}
