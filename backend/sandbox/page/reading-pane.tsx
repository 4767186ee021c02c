import { Avatar, Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowReply16Regular } from '@fluentui/react-icons/svg/arrow-reply';
import { ArrowReplyAll16Regular } from '@fluentui/react-icons/svg/arrow-reply-all';
import { Attach16Regular } from '@fluentui/react-icons/svg/attach';
import { fileSize } from '../../../ui/format.ts';
import { MailFrame } from '../../../ui/mail-frame.tsx';
import type { SandboxOpenMail } from '../../contracts/sandbox.ts';
import { senderOf, subjectOf } from './mail-list.tsx';

const useStyles = makeStyles({
  mail: {
    flexGrow: 1,
    minHeight: '220px',
    display: 'flex',
    flexDirection: 'column',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
  },
  tools: {
    display: 'flex',
    gap: '8px',
    padding: '6px 12px',
    alignItems: 'center',
    minHeight: '32px',
    position: 'sticky',
    top: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  // The button stands inside what scrolls, so that the keyboard gets there.
  scroll: { overflowY: 'auto', flexGrow: 1, minHeight: 0 },
  inside: { padding: '16px 20px' },
  subject: { margin: '0 0 10px', fontSize: '18px', lineHeight: '24px', fontWeight: 600, overflowWrap: 'anywhere' },
  head: { display: 'flex', gap: '10px', marginBottom: '12px' },
  people: { minWidth: 0, overflowWrap: 'anywhere' },
  name: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  body: { paddingLeft: '42px', maxWidth: '840px' },
  text: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  files: { display: 'flex', flexWrap: 'wrap', gap: '8px', listStyleType: 'none', margin: '14px 0 0', padding: 0 },
  file: {
    display: 'flex',
    gap: '6px',
    alignItems: 'center',
    padding: '4px 8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  empty: { margin: 'auto', padding: '20px', color: tokens.colorNeutralForeground3, textAlign: 'center' },
});

interface ReadingPaneProps {
  mail: SandboxOpenMail | null;
  isEmpty: boolean;
  /** Writes as the customer. */
  onAnswer: (mail: SandboxOpenMail) => void;
  /** Answers as the agent, in Outlook's own form. */
  onReply: (mail: SandboxOpenMail) => void;
}

const dateLine = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' });

/** The selected mail as Outlook would show it. */
export function ReadingPane({ mail, isEmpty, onAnswer, onReply }: ReadingPaneProps) {
  const styles = useStyles();
  if (mail === null) {
    return (
      <article className={styles.mail}>
        <p className={styles.empty}>
          {isEmpty ? 'No mail has arrived yet. Write one as a customer below.' : 'Select a mail to read it.'}
        </p>
      </article>
    );
  }
  return (
    <article className={styles.mail} aria-label={`Mail: ${subjectOf(mail)}`}>
      <div className={styles.scroll}>
        <div className={styles.tools}>
          <Button size="small" appearance="subtle" icon={<ArrowReplyAll16Regular />} onClick={() => onReply(mail)}>
            Reply all
          </Button>
          <Button size="small" appearance="subtle" icon={<ArrowReply16Regular />} onClick={() => onAnswer(mail)}>
            Answer as {senderOf(mail)}
          </Button>
        </div>
        <div className={styles.inside}>
          <h2 className={styles.subject}>{subjectOf(mail)}</h2>
          <MailHead mail={mail} />
          <div className={styles.body}>
            <MailBody mail={mail} />
            <Files mail={mail} />
          </div>
        </div>
      </div>
    </article>
  );
}

function MailHead({ mail }: { mail: SandboxOpenMail }) {
  const styles = useStyles();
  const to = mail.to.map((person) => person.name || person.email).join(', ');
  const cc = mail.cc.map((person) => person.name || person.email).join(', ');
  return (
    <div className={styles.head}>
      <Avatar name={senderOf(mail)} size={32} aria-hidden />
      <div className={styles.people}>
        <div className={styles.name}>
          <span className={styles.strong}>{senderOf(mail)}</span>{' '}
          <span className={styles.quiet}>{mail.from?.email}</span>
        </div>
        <div className={styles.quiet}>
          To {to || mail.mailbox}
          {cc !== '' && `, cc ${cc}`} ·{' '}
          <time dateTime={mail.receivedAt}>{dateLine.format(Date.parse(mail.receivedAt))}</time>
        </div>
      </div>
    </div>
  );
}

function MailBody({ mail }: { mail: SandboxOpenMail }) {
  const styles = useStyles();
  if (mail.safeHtml === '') return <div className={styles.text}>{mail.text}</div>;
  return <MailFrame key={mail.id} html={mail.safeHtml} title={`Mail of ${senderOf(mail)}`} />;
}

function Files({ mail }: { mail: SandboxOpenMail }) {
  const styles = useStyles();
  if (mail.attachments.length === 0) return null;
  return (
    <ul className={styles.files} aria-label="Attachments">
      {mail.attachments.map((file) => (
        <li key={file.id} className={styles.file}>
          <Attach16Regular />
          <span>{file.name}</span>
          <span className={styles.quiet}>{fileSize(file.size)}</span>
        </li>
      ))}
    </ul>
  );
}
