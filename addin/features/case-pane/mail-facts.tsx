import { makeStyles, tokens } from '@fluentui/react-components';
import { MailUnread16Regular } from '@fluentui/react-icons/svg/mail-unread';
import { fullInstant, instantText, sameDay, timeOfDay } from '../../../ui/format.ts';
import { IconWord } from '../../../ui/icon-word.tsx';
import { useNow } from '../../../ui/now.ts';
import type { OpenMail } from '../../office/open-mail.ts';
import { Section, Title } from './layout.tsx';

const useStyles = makeStyles({
  state: { display: 'flex', justifyContent: 'space-between', gap: '8px', color: tokens.colorNeutralForeground3 },
  place: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
  locked: { margin: '4px 0', fontWeight: tokens.fontWeightSemibold },
  facts: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

/** The open mail that is no case yet: what it is, from whom, since when. */
export function MailFacts({ mail }: { mail: OpenMail }) {
  const styles = useStyles();
  const receivedMs = Date.parse(mail.receivedAt);
  const nowMs = useNow(60_000);
  const when = sameDay(receivedMs, nowMs) ? timeOfDay(receivedMs) : instantText(receivedMs, nowMs);
  return (
    <Section>
      <div className={styles.state}>
        <IconWord icon={MailUnread16Regular}>Not a case yet</IconWord>
        <span className={styles.place} title={mail.mailbox}>
          {mail.ownMailbox ? 'your own inbox' : mail.mailbox}
        </span>
      </div>
      <Title>{mail.subject.trim() === '' ? 'No subject' : <bdi>{mail.subject}</bdi>}</Title>
      {mail.unreadable && (
        <p className={styles.locked}>
          Outlook keeps the text of this mail to itself: it is encrypted or protected. A case of it holds its subject
          and people alone.
        </p>
      )}
      <div className={styles.facts} title={mail.from?.email}>
        {mail.from === null ? 'Unknown sender' : mail.from.name} ·{' '}
        <time dateTime={mail.receivedAt} title={fullInstant(receivedMs)}>
          {when}
        </time>
      </div>
    </Section>
  );
}
