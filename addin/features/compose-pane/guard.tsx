import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Attach16Regular } from '@fluentui/react-icons/svg/attach';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { PersonAdd16Regular } from '@fluentui/react-icons/svg/person-add';
import { PersonDelete16Regular } from '@fluentui/react-icons/svg/person-delete';
import { ShieldCheckmark16Regular } from '@fluentui/react-icons/svg/shield-checkmark';
import { ShieldError16Regular } from '@fluentui/react-icons/svg/shield-error';
import type { ReactNode } from 'react';
import type { Case } from '../../../backend/contracts/case.ts';
import type { ReplyCheck } from '../../../backend/contracts/reply.ts';
import type { Icon } from '../../../ui/icon-word.tsx';
import { type DraftMail, writePeople, writeSubject } from '../../office/draft-item.ts';
import type { Mailer } from '../../office/open-mail.ts';
import { Section } from '../case-pane/layout.tsx';
import { withToken } from './warnings.ts';

const useStyles = makeStyles({
  odd: { backgroundColor: tokens.colorStatusDangerBackground1 },
  head: {
    margin: 0,
    display: 'flex',
    gap: '8px',
    alignItems: 'center',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorStatusDangerForeground3,
  },
  fine: { color: tokens.colorStatusSuccessForeground1 },
  list: { listStyleType: 'none', margin: '4px 0 0', padding: 0, display: 'grid', gap: '4px' },
  row: { display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr) auto', gap: '8px', alignItems: 'start' },
  text: { overflowWrap: 'anywhere' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  action: { minWidth: 0, padding: 0 },
  token: { display: 'flex', gap: '8px', alignItems: 'center', justifyContent: 'space-between' },
  word: { display: 'inline-flex', gap: '8px', alignItems: 'center' },
});

interface GuardProps {
  value: Case;
  draft: DraftMail;
  check: ReplyCheck;
  /** Reads the mail again after it was changed from here. */
  onChanged: () => void;
}

/** What is odd about the mail before it is sent: who is new, who is missing, which file was forgotten. */
export function Guard({ value, draft, check, onChanged }: GuardProps) {
  const styles = useStyles();
  const strangers = check.added.filter(({ thirdParty }) => thirdParty);
  const unreachable = [...check.to, ...check.cc].filter(({ undeliverable }) => undeliverable);
  const odd = strangers.length + check.dropped.length + unreachable.length > 0 || check.forgottenFile;
  const change = (work: Promise<void>) => void work.then(onChanged, onChanged);
  const without = (email: string) => {
    const rest = (people: Mailer[]) => people.filter((each) => each.email.toLowerCase() !== email.toLowerCase());
    return change(writePeople({ to: rest(draft.to), cc: rest(draft.cc) }));
  };
  if (!odd) {
    return (
      <Section>
        <span className={`${styles.word} ${styles.fine}`}>
          <ShieldCheckmark16Regular /> Goes to{' '}
          {check.to.map(({ name, email }) => name || email).join(', ') || 'nobody yet'}
        </span>
      </Section>
    );
  }
  return (
    <Section className={styles.odd} label="Check before you send">
      <h2 className={styles.head}>
        <ShieldError16Regular /> Check before you send
      </h2>
      <div role="status">
        <ul className={styles.list}>
          {strangers.map(({ email }) => (
            <Row key={email} icon={PersonAdd16Regular} action="Remove" onAction={() => without(email)}>
              <span className={styles.strong}>{email}</span> {strangerWords(check, email, value)}
            </Row>
          ))}
          {check.dropped.map((person) => (
            <Row
              key={person.email}
              icon={PersonDelete16Regular}
              action="Put back"
              onAction={() => change(writePeople({ cc: [...draft.cc, person] }))}
            >
              {person.email} was on the last mail, not on this one
            </Row>
          ))}
          {unreachable.map(({ email }) => (
            <Row key={`lost ${email}`} icon={PersonDelete16Regular}>
              Mail to {email} came back
            </Row>
          ))}
          {check.forgottenFile && <Row icon={Attach16Regular}>You write of a file, but nothing is attached</Row>}
        </ul>
      </div>
    </Section>
  );
}

function strangerWords(check: ReplyCheck, email: string, value: Case): string {
  const other = check.otherCases[email];
  return other === undefined ? `has not been on ${value.number} before` : `is the customer of ${other}`;
}

interface RowProps {
  icon: Icon;
  children: ReactNode;
  action?: string;
  onAction?: () => void;
}

function Row({ icon: Mark, children, action, onAction }: RowProps) {
  const styles = useStyles();
  return (
    <li className={styles.row}>
      <Mark />
      <span className={styles.text}>{children}</span>
      {action !== undefined && (
        <Button size="small" appearance="transparent" className={styles.action} onClick={onAction}>
          {action}
        </Button>
      )}
    </li>
  );
}

/** Whether the subject names the case, so that answers find it from any mail program. */
export function TokenLine({ value, draft, onChanged }: Omit<GuardProps, 'check'>) {
  const styles = useStyles();
  const wanted = withToken(draft.subject, value.number);
  return (
    <Section>
      {wanted === draft.subject ? (
        <span className={`${styles.word} ${styles.fine}`}>
          <CheckmarkCircle16Regular /> Subject carries [{value.number}]
        </span>
      ) : (
        <div className={styles.token}>
          The subject does not name the case.
          <Button size="small" onClick={() => void writeSubject(wanted).then(onChanged, onChanged)}>
            Add [{value.number}]
          </Button>
        </div>
      )}
    </Section>
  );
}
