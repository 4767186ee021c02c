import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useFocusRing } from '../shell/focus-ring.ts';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: '272px minmax(0, 1fr)',
    gap: '20px',
    '@media (max-width: 799px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 799px)': { maxHeight: '240px', overflowY: 'auto' },
  },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    width: '100%',
    minHeight: '36px',
    boxSizing: 'border-box',
    padding: '4px 8px 4px 9px',
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    borderLeft: '3px solid transparent',
    font: 'inherit',
    textAlign: 'start',
    color: 'inherit',
    backgroundColor: 'transparent',
    cursor: 'pointer',
  },
  here: {
    borderLeftColor: tokens.colorCompoundBrandBackground,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    fontWeight: tokens.fontWeightSemibold,
    '& span': { color: tokens.colorNeutralForeground1Selected },
  },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular, textAlign: 'end' },
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
});

export interface Item {
  id: string;
  name: string;
  /** A few words beside it. */
  note?: string;
  /** How far down a tree it stands. */
  depth?: number;
}

interface ItemListProps {
  label: string;
  items: readonly Item[];
  chosen: string | undefined;
  /** What stands there without items. */
  none: string;
  onChoose: (id: string) => void;
  /** The chosen one, in full. */
  children: ReactNode;
}

/** The things of a document by name, and one of them in full beside the list. */
export function ItemList({ label, items, chosen, none, onChoose, children }: ItemListProps) {
  const styles = useStyles();
  const ring = useFocusRing();
  if (items.length === 0) return <p className={styles.none}>{none}</p>;
  return (
    <div className={styles.page}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls on the phone, also by keys. */}
      <ul className={styles.list} aria-label={label} tabIndex={0}>
        {items.map(({ id, name, note, depth = 0 }) => (
          <li key={id}>
            <button
              type="button"
              className={mergeClasses(styles.row, id === chosen && styles.here, ring)}
              style={{ paddingLeft: `${9 + depth * 16}px` }}
              aria-current={id === chosen ? 'true' : undefined}
              onClick={() => onChoose(id)}
            >
              <span className={styles.name}>{name}</span>
              {note !== undefined && <span className={styles.quiet}>{note}</span>}
            </button>
          </li>
        ))}
      </ul>
      <div>{children}</div>
    </div>
  );
}
