import { makeStyles, tokens } from '@fluentui/react-components';
import { Megaphone12Regular } from '@fluentui/react-icons/svg/megaphone';
import { Sparkle16Regular } from '@fluentui/react-icons/svg/sparkle';
import type { ReactNode } from 'react';
import type { Triage } from '../../../backend/contracts/mail.ts';
import { MoodLabel } from '../../../ui/mood.tsx';
import { agentName, useChoices } from './choices.ts';
import { AssigneePicker, CategoryPicker, PriorityPicker } from './field-pickers.tsx';
import { Section, SectionHeading } from './layout.tsx';
import type { Choice } from './pane-state.ts';

const useStyles = makeStyles({
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: '8px' },
  sure: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
  summary: {
    margin: '4px 0 0',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
  },
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    height: '18px',
    padding: '0 6px',
    fontSize: tokens.fontSizeBase100,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  review: { margin: '4px 0 0', fontWeight: tokens.fontWeightSemibold },
  rows: { display: 'grid', gridTemplateColumns: '76px 1fr', gap: '4px 8px', alignItems: 'start', margin: '10px 0 0' },
  label: { color: tokens.colorNeutralForeground3, paddingTop: '8px' },
  value: { margin: 0, minWidth: 0 },
  plain: { minHeight: '32px', display: 'flex', alignItems: 'center', gap: '8px', flexWrap: 'wrap' },
  reasons: { margin: '2px 0 4px', color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

interface SuggestionProps {
  triage: Triage;
  choice: Choice;
  onChoose: (choice: Choice) => void;
  disabled: boolean;
}

/** What the analyst makes of the mail, every part open to correction before the case exists. */
export function Suggestion({ triage, choice, onChoose, disabled }: SuggestionProps) {
  const styles = useStyles();
  const choices = useChoices();
  const assignee = choice.assignee ?? null;
  return (
    <Section>
      <div className={styles.head}>
        <SectionHeading>
          <Sparkle16Regular /> Analyst suggests
        </SectionHeading>
        <span className={styles.sure}>{sureness(triage)}</span>
      </div>
      <p className={styles.summary}>{triage.summary}</p>
      {triage.needsReview && <p className={styles.review}>Not sure. Check category and priority.</p>}
      <dl className={styles.rows}>
        <Row label="Category">
          <CategoryPicker
            value={choice.category ?? triage.category}
            onPick={(category) => onChoose({ category })}
            disabled={disabled}
          />
        </Row>
        <Row label="Priority">
          <PriorityPicker
            value={choice.priority ?? triage.priority}
            onPick={(priority) => onChoose({ priority })}
            disabled={disabled}
          />
          {triage.priorityReasons.length > 0 && <p className={styles.reasons}>{triage.priorityReasons.join(' · ')}</p>}
        </Row>
        <Row label="Mood">
          <span className={styles.plain}>
            <MoodLabel mood={triage.sentiment} />
            {triage.complaint && <ComplaintChip />}
          </span>
        </Row>
        <Row label="Assignee">
          <AssigneePicker
            value={assignee}
            name={assignee === null ? null : agentName(choices, assignee)}
            onPick={(to) => onChoose({ assignee: to })}
            disabled={disabled}
          />
        </Row>
      </dl>
    </Section>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{children}</dd>
    </>
  );
}

export function ComplaintChip() {
  return (
    <span className={useStyles().chip}>
      <Megaphone12Regular /> Complaint
    </span>
  );
}

function sureness({ confidence, engine }: Triage): string {
  return `${Math.round(confidence * 100)} % sure · ${engine === 'local' ? 'local engine' : 'OpenAI'}`;
}
