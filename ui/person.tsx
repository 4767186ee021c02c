import { Avatar, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { sharedWords } from './words.ts';

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', gap: '6px', minWidth: 0, whiteSpace: 'nowrap' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis' },
  ring: {
    boxSizing: 'border-box',
    flexShrink: 0,
    borderRadius: tokens.borderRadiusCircular,
    border: `1px dashed ${tokens.colorNeutralStroke1Pressed}`,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export type PersonSize = 20 | 24 | 32;

/** The face alone: only where the name stands beside it or is said otherwise. */
export function Face({ id, name, size = 20 }: { id: string; name: string; size?: PersonSize }) {
  return <Avatar name={name} idForColor={id} color="colorful" size={size} aria-hidden style={{ flexShrink: 0 }} />;
}

/** Somebody who works here: the colour is fixed per person, the name always beside it. */
export function Person({ id, name, size = 20 }: { id: string; name: string; size?: PersonSize }) {
  const styles = useStyles();
  return (
    <span className={styles.root} title={name}>
      <Face id={id} name={name} size={size} />
      <span className={styles.name}>{name}</span>
    </span>
  );
}

export function Unassigned({ size = 20 }: { size?: PersonSize }) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.root, styles.quiet)}>
      <span className={styles.ring} style={{ width: size, height: size }} />
      <span className={styles.name}>{sharedWords.unassigned}</span>
    </span>
  );
}
