import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { QuestionCircle16Regular } from '@fluentui/react-icons/svg/question-circle';
import { Sparkle16Regular } from '@fluentui/react-icons/svg/sparkle';
import { ProblemBar } from '../../../shell/problem-bar.tsx';
import type { Draft } from './use-draft.ts';
import { composerWords as words } from './words.ts';

const useStyles = makeStyles({
  box: {
    padding: '6px 10px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    maxHeight: '160px',
    overflowY: 'auto',
  },
  head: { display: 'flex', alignItems: 'center', gap: '6px' },
  title: { flexGrow: 1 },
  list: { margin: '4px 0 0', paddingLeft: '24px' },
  quiet: { color: tokens.colorNeutralForeground3 },
  struck: { display: 'flex', gap: '6px', margin: '4px 0 0', color: tokens.colorStatusWarningForeground1 },
});

/** What each sentence of the draft rests on, and which were struck because they rest on nothing. */
export function DraftSources({ draft }: { draft: Draft }) {
  const styles = useStyles();
  const { made, error, dismiss } = draft;
  if (error !== null) return <ProblemBar what={words.notDrafted} error={error} onClose={dismiss} />;
  if (made === null) return null;
  return (
    <section className={styles.box} aria-label={words.draftTitle(made.citations.length)}>
      <div className={styles.head}>
        <Sparkle16Regular />
        <span className={styles.title}>
          {words.draftTitle(made.citations.length)} <span className={styles.quiet}>{words.engine[made.engine]}</span>
        </span>
        <Button
          appearance="subtle"
          size="small"
          icon={<Dismiss16Regular />}
          aria-label={words.dropSources}
          onClick={dismiss}
        />
      </div>
      <ol className={styles.list}>
        {made.citations.map(({ sentence, sources }) => (
          <li key={sentence}>
            {sentence}{' '}
            <span className={styles.quiet}>
              {sources.map(({ kind, title }) => title || words.sources[kind]).join(', ')}
            </span>
          </li>
        ))}
      </ol>
      {made.unsupported.map(({ sentence, why }) => (
        <p key={sentence} className={styles.struck}>
          <QuestionCircle16Regular />
          <span>
            {words.struck} <s>{sentence}</s> {why}
          </span>
        </p>
      ))}
    </section>
  );
}
