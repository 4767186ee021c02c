import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Attach16Regular } from '@fluentui/react-icons/svg/attach';
import { type KeyboardEvent, useRef } from 'react';
import { fullInstant, instantText, sameDay, timeOfDay } from '../../../ui/format.ts';
import { useNow } from '../../../ui/now.ts';
import { FateChip } from './fate-chip.tsx';
import type { ListedMail } from './inbox.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'block',
    width: '100%',
    boxSizing: 'border-box',
    textAlign: 'left',
    font: 'inherit',
    color: 'inherit',
    padding: '8px 12px 8px 13px',
    border: 'none',
    borderLeft: '3px solid transparent',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  unread: { borderLeftColor: tokens.colorCompoundBrandBackground },
  selected: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Selected },
  },
  line: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0 },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', flexGrow: 1, minWidth: 0 },
  from: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  unreadSubject: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForeground1 },
  quiet: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
  time: { fontVariantNumeric: 'tabular-nums' },
});

interface MailListProps {
  mails: ListedMail[];
  selected: string | null;
  /** Selected together, as Outlook does with Ctrl or Cmd. */
  picked: ReadonlySet<string>;
  read: ReadonlySet<string>;
  /** `more`: beside those that are selected. */
  onSelect: (id: string, more: boolean) => void;
}

/** The mailbox, newest first; arrows move, as in Outlook. */
export function MailList({ mails, selected, picked, read, onSelect }: MailListProps) {
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const next = buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
    next.click();
  }
  return (
    <ul className={styles.list} ref={list} onKeyDown={onKeyDown}>
      {mails.map((mail) => (
        <li key={mail.id}>
          <MailRow
            mail={mail}
            isSelected={picked.size > 1 ? picked.has(mail.id) : mail.id === selected}
            isRead={read.has(mail.id)}
            onSelect={onSelect}
          />
        </li>
      ))}
    </ul>
  );
}

interface MailRowProps {
  mail: ListedMail;
  isSelected: boolean;
  isRead: boolean;
  onSelect: (id: string, more: boolean) => void;
}

function MailRow({ mail, isSelected, isRead, onSelect }: MailRowProps) {
  const styles = useStyles();
  const nowMs = useNow(60_000);
  const receivedMs = Date.parse(mail.receivedAt);
  return (
    <button
      type="button"
      className={mergeClasses(styles.row, !isRead && styles.unread, isSelected && styles.selected)}
      aria-current={isSelected}
      onClick={(event) => onSelect(mail.id, event.ctrlKey || event.metaKey)}
    >
      <span className={styles.line}>
        <span className={mergeClasses(styles.cut, styles.from, !isRead && styles.strong)}>{senderOf(mail)}</span>
        {mail.hasAttachments && <Attach16Regular className={styles.quiet} aria-label="Has attachments" />}
        <time
          className={mergeClasses(styles.quiet, styles.time)}
          dateTime={mail.receivedAt}
          title={fullInstant(receivedMs)}
        >
          {sameDay(receivedMs, nowMs) ? timeOfDay(receivedMs) : instantText(receivedMs, nowMs)}
        </time>
      </span>
      <span className={styles.line}>
        <span className={mergeClasses(styles.cut, !isRead && styles.unreadSubject)}>{subjectOf(mail)}</span>
        <FateChip fate={mail.fate} />
      </span>
      <span className={styles.line}>
        <span className={mergeClasses(styles.cut, styles.quiet)}>{mail.preview}</span>
      </span>
    </button>
  );
}

export function senderOf(mail: ListedMail): string {
  return mail.from === null ? 'Unknown sender' : mail.from.name || mail.from.email;
}

export function subjectOf(mail: ListedMail): string {
  return mail.subject.trim() === '' ? 'No subject' : mail.subject;
}
