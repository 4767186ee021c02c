import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ComponentType, ReactNode } from 'react';

/** An icon of Fluent, as far as we use it. */
export type Icon = ComponentType<{ className?: string }>;

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', gap: '6px', minWidth: 0, whiteSpace: 'nowrap' },
  icon: { flexShrink: 0 },
  word: { overflow: 'hidden', textOverflow: 'ellipsis' },
});

/** An icon and its word: neither stands alone. */
export function IconWord({ icon: Mark, children, className }: { icon: Icon; children: ReactNode; className?: string }) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.root, className)}>
      <Mark className={styles.icon} />
      <span className={styles.word}>{children}</span>
    </span>
  );
}
