import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { Delete16Regular } from '@fluentui/react-icons/svg/delete';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  panel: { maxWidth: '720px' },
  title: {
    margin: '0 0 8px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: '12px 16px',
    alignItems: 'start',
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  remove: { marginTop: '16px' },
});

interface PanelProps {
  title: string;
  /** In two columns where there is room. */
  children: ReactNode;
  /** What removes the thing, for those who may. */
  onRemove?: { words: string; act: () => void } | undefined;
}

/** A thing of a document, field by field. */
export function Panel({ title, children, onRemove }: PanelProps) {
  const styles = useStyles();
  return (
    <section className={styles.panel} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <div className={styles.fields}>{children}</div>
      {onRemove !== undefined && (
        <Button
          size="small"
          appearance="subtle"
          className={styles.remove}
          icon={<Delete16Regular />}
          onClick={onRemove.act}
        >
          {onRemove.words}
        </Button>
      )}
    </section>
  );
}

/** Adds a thing to a document, from its head. */
export function AddButton({ words, disabled, onAdd }: { words: string; disabled: boolean; onAdd: () => void }) {
  return (
    <Button size="small" appearance="subtle" icon={<Add16Regular />} disabled={disabled} onClick={onAdd}>
      {words}
    </Button>
  );
}

/** A list with one of its things replaced, or removed by null. */
export function replaced<T>(list: readonly T[], at: number, value: T | null): T[] {
  return list.flatMap((one, i) => (i !== at ? [one] : value === null ? [] : [value]));
}
