import { Button, Link, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { useRef, useState } from 'react';
import type { Api } from '../../../ui/api.ts';
import { loadSelected, type SelectedMail } from '../../office/selected-items.ts';
import { caseLink } from '../case-pane/case-link.ts';
import { PaneFrame, Section, Title } from '../case-pane/layout.tsx';
import { convertSeveral, mostAtOnce, type Outcome } from './convert-several.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '6px' },
  row: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: '2px 8px', alignItems: 'baseline' },
  subject: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
  why: { gridColumn: '1 / -1', color: tokens.colorStatusDangerForeground3, overflowWrap: 'anywhere' },
  create: { flexGrow: 1, minHeight: '36px' },
  said: { margin: '4px 0 0' },
});

/** Several mails are selected: all of them become cases in one go. */
export function SeveralPane({ api, mails }: { api: Api; mails: SelectedMail[] }) {
  const styles = useStyles();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [running, setRunning] = useState(false);
  const stopped = useRef(false);
  const shown = mails.slice(0, mostAtOnce);
  const left = shown.filter(({ itemId }) => !settled(outcomes.get(itemId)));

  async function convert(): Promise<void> {
    stopped.current = false;
    setRunning(true);
    const tell = (itemId: string, outcome: Outcome) => setOutcomes((before) => new Map(before).set(itemId, outcome));
    await convertSeveral({ api, load: loadSelected }, left, tell, () => stopped.current);
    setRunning(false);
  }

  const create = (
    <Button
      appearance="primary"
      className={styles.create}
      icon={<Add20Regular />}
      disabledFocusable={left.length === 0}
      onClick={() => void convert()}
    >
      {createWord(left.length, outcomes.size)}
    </Button>
  );
  const stop = (
    <Button
      className={styles.create}
      onClick={() => {
        stopped.current = true;
      }}
    >
      Stop
    </Button>
  );
  return (
    <PaneFrame foot={running ? stop : create}>
      <Section>
        <Title>{mails.length} mails are selected</Title>
        {mails.length > mostAtOnce && (
          <p className={styles.said}>The first {mostAtOnce} are taken. Select the others afterwards.</p>
        )}
        <p className={styles.said} role="status">
          {progressWords(shown, outcomes)}
        </p>
        {running && <ProgressBar value={outcomes.size} max={shown.length} aria-label="Mails that are done" />}
      </Section>
      <Section>
        <ul className={styles.list}>
          {shown.map(({ itemId, subject }) => (
            <li key={itemId} className={styles.row}>
              <span className={styles.subject} title={subject}>
                {subject.trim() === '' ? 'No subject' : subject}
              </span>
              <OutcomeWords outcome={outcomes.get(itemId)} />
            </li>
          ))}
        </ul>
      </Section>
    </PaneFrame>
  );
}

function OutcomeWords({ outcome }: { outcome: Outcome | undefined }) {
  const styles = useStyles();
  if (outcome === undefined) return null;
  if (outcome.kind === 'failed') return <span className={styles.why}>{outcome.why}</span>;
  return (
    <span className={styles.quiet}>
      <Link href={caseLink(outcome.number)} target="_blank" rel="noopener">
        {outcome.number}
      </Link>{' '}
      {outcome.kind === 'known' ? 'already' : 'new'}
    </span>
  );
}

function settled(outcome: Outcome | undefined): boolean {
  return outcome !== undefined && outcome.kind !== 'failed';
}

function createWord(left: number, done: number): string {
  if (done > 0 && left > 0) return left === 1 ? 'Try 1 again' : `Try ${left} again`;
  return left === 1 ? 'Create 1 case' : `Create ${left} cases`;
}

function progressWords(mails: SelectedMail[], outcomes: ReadonlyMap<string, Outcome>): string {
  if (outcomes.size === 0) return 'Each becomes a case of its own, or shows the case it is on already.';
  const count = (kind: Outcome['kind']) => [...outcomes.values()].filter((each) => each.kind === kind).length;
  const failed = count('failed');
  return `${outcomes.size} of ${mails.length} done: ${count('made')} new, ${count('known')} already a case${failed > 0 ? `, ${failed} not made` : ''}.`;
}
