import { Avatar, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Attach16Regular } from '@fluentui/react-icons/svg/attach';
import type { Message } from '../../../backend/contracts/message.ts';
import { fullInstant, instantText } from '../../../ui/format.ts';
import { useNow } from '../../../ui/now.ts';
import { useFocusRing } from '../../shell/focus-ring.ts';
import { personName, snippet } from './message-words.ts';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(60px, auto) minmax(0, 1fr) auto auto',
    alignItems: 'center',
    gap: '8px',
    width: '100%',
    minHeight: '28px',
    padding: '2px 12px',
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    font: 'inherit',
    textAlign: 'left',
    color: 'inherit',
    backgroundColor: 'transparent',
    cursor: 'pointer',
    '&:hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  name: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap', display: 'inline-flex', alignItems: 'center' },
});

/** A message that was read: one line. */
export function MessageFolded({ message, onOpen }: { message: Message; onOpen: () => void }) {
  const styles = useStyles();
  const ring = useFocusRing();
  const nowMs = useNow(60_000);
  const name = personName(message.from);
  const at = Date.parse(message.at);
  return (
    <button type="button" className={mergeClasses(styles.line, ring)} aria-expanded={false} onClick={onOpen}>
      <Avatar name={name} size={20} aria-hidden />
      <span className={styles.name}>{name}</span>
      <span className={styles.text}>{snippet(message)}</span>
      <span className={styles.quiet}>
        {message.attachments.length > 0 && <Attach16Regular />}
        {message.attachments.length > 0 && message.attachments.length}
      </span>
      <time className={styles.quiet} dateTime={message.at} title={fullInstant(at)}>
        {instantText(at, nowMs)}
      </time>
    </button>
  );
}
