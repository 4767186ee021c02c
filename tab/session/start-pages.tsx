import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { ProblemBar } from '../shell/problem-bar.tsx';
import { words } from '../words.ts';

const useStyles = makeStyles({
  page: { display: 'grid', placeItems: 'center', minHeight: '100%', padding: '20px', boxSizing: 'border-box' },
  box: { width: '100%', maxWidth: '420px', display: 'grid', gap: '12px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** One box in the middle of an otherwise empty page. */
export function StartPage({ title, lead, children }: { title: string; lead?: string; children?: ReactNode }) {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <h1 className={styles.title}>{title}</h1>
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        {children}
      </div>
    </main>
  );
}

/** Says nothing for the first moment, because signing in usually takes no longer. */
export function Starting() {
  const styles = useStyles();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 400);
    return () => clearTimeout(timer);
  }, []);
  return <main className={styles.page}>{late && <Spinner size="tiny" label={words.start.working} />}</main>;
}

export function OpenInTeams() {
  return <StartPage title={words.start.openInTeams} lead={words.start.openInTeamsLead} />;
}

export function StartFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <StartPage title={words.product}>
      <ProblemBar what={words.start.failed} error={error} />
      <div>
        <Button onClick={onRetry}>{words.start.retry}</Button>
      </div>
    </StartPage>
  );
}
