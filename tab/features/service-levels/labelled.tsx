import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  label: { display: 'block', paddingBottom: '2px', color: tokens.colorNeutralForeground2 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** Words around a field that carries its own label for those who do not see them. */
export function Labelled({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div>
      <span className={styles.label} aria-hidden>
        {label}
      </span>
      {children}
      {hint !== undefined && <p className={styles.quiet}>{hint}</p>}
    </div>
  );
}
