import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Icon } from '../../../ui/icon-word.tsx';
import { PaneFrame, Title } from './layout.tsx';

const useStyles = makeStyles({
  page: {
    height: '100%',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '8px',
    padding: '20px',
    textAlign: 'center',
  },
  icon: { fontSize: '20px', color: tokens.colorNeutralForeground3 },
  text: { margin: 0, color: tokens.colorNeutralForeground3 },
  id: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase100, overflowWrap: 'anywhere' },
});

interface QuietPageProps {
  icon: Icon;
  title: string;
  children: ReactNode;
  action?: { word: string; run: () => void };
  requestId?: string;
}

/** A pane without a mail to speak of: what is the matter, and what to do. */
export function QuietPage({ icon: Mark, title, children, action, requestId }: QuietPageProps) {
  const styles = useStyles();
  return (
    <PaneFrame>
      <div className={styles.page}>
        <Mark className={styles.icon} />
        <Title>{title}</Title>
        <p className={styles.text}>{children}</p>
        {action && <Button onClick={action.run}>{action.word}</Button>}
        {requestId !== undefined && <p className={styles.id}>Request {requestId}</p>}
      </div>
    </PaneFrame>
  );
}
