import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Document16Regular } from '@fluentui/react-icons/svg/document';
import { Image16Regular } from '@fluentui/react-icons/svg/image';
import { ShieldError16Regular } from '@fluentui/react-icons/svg/shield-error';
import { useState } from 'react';
import type { Message } from '../../../backend/contracts/message.ts';
import { fetchFile, saveFile } from '../../../ui/files.ts';
import { fileSize } from '../../../ui/format.ts';
import { useSession } from '../../session/session.ts';
import { useFocusRing } from '../../shell/focus-ring.ts';
import { ProblemBar } from '../../shell/problem-bar.tsx';
import { words } from '../../words.ts';

type Attachment = Message['attachments'][number];

const useStyles = makeStyles({
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    maxWidth: '260px',
    height: '26px',
    padding: '0 8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    whiteSpace: 'nowrap',
    font: 'inherit',
    color: 'inherit',
    backgroundColor: 'transparent',
  },
  button: { cursor: 'pointer', '&:hover': { backgroundColor: tokens.colorSubtleBackgroundHover } },
  name: { overflow: 'hidden', textOverflow: 'ellipsis' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Files of a message. A press saves one; one that is withheld says why. */
export function Attachments({ message }: { message: Message }) {
  const { getToken } = useSession();
  const [error, setError] = useState<unknown>(null);
  const save = ({ id, name }: Attachment) => {
    setError(null);
    fetchFile(getToken, { caseId: message.caseId, messageId: message.id, attachmentId: id }).then(
      (blob) => saveFile(blob, name),
      setError,
    );
  };
  return (
    <>
      {message.attachments.map((attachment) => (
        <Chip key={attachment.id} attachment={attachment} onSave={() => save(attachment)} />
      ))}
      {error !== null && <ProblemBar what={words.message.fileNotSaved} error={error} onClose={() => setError(null)} />}
    </>
  );
}

function Chip({ attachment, onSave }: { attachment: Attachment; onSave: () => void }) {
  const styles = useStyles();
  const ring = useFocusRing();
  const { name, type, size, stored, withheld } = attachment;
  if (withheld !== undefined || !stored) {
    const why = withheld === undefined ? words.message.fileComing : words.message.withheld[withheld];
    return (
      <span className={styles.chip} title={`${name}, ${why}`}>
        {withheld === undefined ? <Document16Regular /> : <ShieldError16Regular />}
        <span className={styles.name}>{name}</span>
        <span className={styles.quiet}>{why}</span>
      </span>
    );
  }
  return (
    <button
      type="button"
      className={mergeClasses(styles.chip, styles.button, ring)}
      title={words.message.saveFile(name)}
      onClick={onSave}
    >
      {type.startsWith('image/') ? <Image16Regular /> : <Document16Regular />}
      <span className={styles.name}>{name}</span>
      <span className={styles.quiet}>{fileSize(size)}</span>
    </button>
  );
}
