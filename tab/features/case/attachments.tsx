import { makeStyles, tokens } from '@fluentui/react-components';
import { Document16Regular } from '@fluentui/react-icons/svg/document';
import { Image16Regular } from '@fluentui/react-icons/svg/image';
import type { Message } from '../../../backend/contracts/message.ts';
import { fileSize } from '../../../ui/format.ts';

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
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export function Attachments({ attachments }: { attachments: Message['attachments'] }) {
  const styles = useStyles();
  return attachments.map(({ id, name, type, size }) => (
    <span key={id} className={styles.chip} title={`${name}, ${type}`}>
      {type.startsWith('image/') ? <Image16Regular /> : <Document16Regular />}
      <span className={styles.name}>{name}</span>
      <span className={styles.quiet}>{fileSize(size)}</span>
    </span>
  ));
}
