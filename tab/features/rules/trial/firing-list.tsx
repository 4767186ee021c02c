import { makeStyles, tokens } from '@fluentui/react-components';
import { fullInstant, instantText } from '../../../../ui/format.ts';
import { useNow } from '../../../../ui/now.ts';
import { ProblemBar } from '../../../shell/problem-bar.tsx';
import type { RuleFirings } from '../use-rules.ts';
import { words } from '../words.ts';
import { CaseLink } from './case-link.tsx';

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  line: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    columnGap: '8px',
    padding: '6px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  said: { overflowWrap: 'anywhere' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** Where the rule fired last, newest first, with what it did. */
export function FiringList({ firings, error }: { firings: RuleFirings | undefined; error: unknown }) {
  const styles = useStyles();
  const nowMs = useNow(30_000);
  if (error !== null) return <ProblemBar what={words.trial.notCounted} error={error} />;
  if (firings === undefined) return <p className={styles.quiet}>{words.trial.notSaved}</p>;
  if (firings.last30Days === 0) return <p className={styles.quiet}>{words.trial.neverFired}</p>;
  return (
    <>
      <h3 className={styles.title}>{words.trial.firingsTitle(firings.last30Days, firings.today)}</h3>
      <ul className={styles.list}>
        {firings.latest.map(({ caseId, number, at, said }) => (
          <li key={`${caseId} ${at}`} className={styles.line}>
            <CaseLink number={number} />
            <span className={styles.said}>{said}</span>
            <span className={styles.quiet} title={fullInstant(Date.parse(at))}>
              {instantText(Date.parse(at), nowMs)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
