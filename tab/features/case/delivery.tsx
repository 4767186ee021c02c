import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle';
import { MailDismiss16Regular } from '@fluentui/react-icons/svg/mail-dismiss';
import { Send16Regular } from '@fluentui/react-icons/svg/send';
import type { Message } from '../../../backend/contracts/message.ts';
import { useNow } from '../../../ui/now.ts';
import { TextButton } from '../../shell/text-button.tsx';
import { words } from '../../words.ts';

const useStyles = makeStyles({
  line: { display: 'inline-flex', alignItems: 'center', gap: '4px', color: tokens.colorNeutralForeground3 },
  fault: { color: tokens.colorStatusDangerForeground3 },
});

interface DeliveryProps {
  delivery: NonNullable<Message['delivery']>;
  /** Takes a reply back that has not left; null where that is not for this reader. */
  onUndo: (() => void) | null;
  onAgain: (() => void) | null;
}

/** How far a mail of ours has come, where that is not simply "sent". */
export function Delivery({ delivery, onUndo, onAgain }: DeliveryProps) {
  const styles = useStyles();
  const nowMs = useNow();
  const { state, undoUntil, error } = delivery;
  if (state === 'sent') return null;
  if (state === 'queued') {
    const undoable = undoUntil !== undefined && nowMs < Date.parse(undoUntil) && onUndo !== null;
    return (
      <span className={styles.line}>
        <Send16Regular /> {words.delivery.queued}
        {undoable && <TextButton onClick={onUndo}>{words.undo.undo}</TextButton>}
      </span>
    );
  }
  const bounced = state === 'bounced';
  return (
    <span className={mergeClasses(styles.line, styles.fault)} role="alert" title={error}>
      {bounced ? <MailDismiss16Regular /> : <ErrorCircle16Filled />}
      {bounced ? words.delivery.bounced : words.delivery.failed}
      {error !== undefined && ` ${error}`}
      {!bounced && onAgain !== null && <TextButton onClick={onAgain}>{words.delivery.again}</TextButton>}
    </span>
  );
}
