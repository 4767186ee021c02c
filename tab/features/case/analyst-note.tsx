import { Button, makeStyles, Popover, PopoverSurface, PopoverTrigger, tokens } from '@fluentui/react-components';
import { Sparkle16Regular } from '@fluentui/react-icons/svg/sparkle';
import type { Case } from '../../../backend/contracts/case.ts';
import { TextButton } from '../../shell/text-button.tsx';
import { words } from '../../words.ts';
import type { FieldChange } from './field-words.ts';

const useStyles = makeStyles({
  note: { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 6px' },
  surface: { maxWidth: '340px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: '8px 0', paddingLeft: '16px' },
  quiet: { margin: '4px 0 0', color: tokens.colorNeutralForeground3 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '12px' },
});

interface AnalystNoteProps {
  value: Case;
  analysis: NonNullable<Case['ai']>;
  onChange: (change: FieldChange) => void;
}

/** How sure the analyst is, its reasons, and the word of a person who looked. */
export function AnalystNote({ value, analysis, onChange }: AnalystNoteProps) {
  const styles = useStyles();
  const { confidence, needsReview, reasons, engine, fallback } = analysis;
  const editable = value.actions.includes('edit');
  return (
    <span className={styles.note}>
      <Sparkle16Regular />
      {needsReview ? words.analyst.unsure : words.analyst.sure(Math.round(confidence * 100))}
      {needsReview && editable && (
        <>
          <span aria-hidden>·</span>
          <TextButton onClick={() => onChange({ field: 'needsReview', value: false })}>
            {words.analyst.looksRight}
          </TextButton>
        </>
      )}
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
          {fallback !== undefined && <p className={styles.quiet}>{fallback}</p>}
          {editable && <Corrections value={value} needsReview={needsReview} onChange={onChange} />}
        </PopoverSurface>
      </Popover>
    </span>
  );
}

/** Category, priority and mood are corrected where they stand; what has no field of its own is corrected here. */
function Corrections({ value, needsReview, onChange }: Omit<AnalystNoteProps, 'analysis'> & { needsReview: boolean }) {
  const styles = useStyles();
  return (
    <div className={styles.actions}>
      {needsReview && (
        <Button size="small" appearance="primary" onClick={() => onChange({ field: 'needsReview', value: false })}>
          {words.analyst.looksRight}
        </Button>
      )}
      <Button size="small" onClick={() => onChange({ field: 'complaint', value: !value.complaint })}>
        {value.complaint ? words.analyst.noComplaint : words.analyst.isComplaint}
      </Button>
      {!needsReview && (
        <Button size="small" onClick={() => onChange({ field: 'needsReview', value: true })}>
          {words.analyst.lookAgain}
        </Button>
      )}
    </div>
  );
}
