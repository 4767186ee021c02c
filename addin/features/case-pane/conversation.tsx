import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowReply16Regular } from '@fluentui/react-icons/svg/arrow-reply';
import { Bot16Regular } from '@fluentui/react-icons/svg/bot';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed';
import { Mail16Regular } from '@fluentui/react-icons/svg/mail';
import { Wrench16Regular } from '@fluentui/react-icons/svg/wrench';
import { useId, useState } from 'react';
import type { Message } from '../../../backend/contracts/message.ts';
import { fullInstant, instantText, sameDay, timeOfDay } from '../../../ui/format.ts';
import type { Icon } from '../../../ui/icon-word.tsx';
import { useNow } from '../../../ui/now.ts';
import { caseLink } from './case-link.ts';
import { Section } from './layout.tsx';

const useStyles = makeStyles({
  heading: { margin: 0 },
  fold: {
    minWidth: 0,
    padding: '4px 6px 4px 0',
    fontSize: tokens.fontSizeBase200,
    justifyContent: 'flex-start',
    marginLeft: '-2px',
  },
  count: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3, marginLeft: '6px' },
  list: { listStyleType: 'none', margin: '4px 0 0', padding: 0, display: 'grid', gap: '2px' },
  row: { display: 'grid', gridTemplateColumns: '16px 1fr auto', gap: '8px', alignItems: 'center', minHeight: '24px' },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  time: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

const shownAtMost = 6;

interface ConversationProps {
  number: string;
  messages: Message[];
  /** Message-ID of the open mail. */
  openMail: string;
}

/** The conversation in lines, newest first; the tab has the whole of it. */
export function Conversation({ number, messages, openMail }: ConversationProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(true);
  const listId = useId();
  const Fold = open ? ChevronDown16Regular : ChevronRight16Regular;
  const shown = messages.toReversed().slice(0, shownAtMost);
  const rest = messages.length - shown.length;
  return (
    <Section>
      <h2 className={styles.heading}>
        <Button
          appearance="transparent"
          size="small"
          className={styles.fold}
          icon={<Fold />}
          aria-expanded={open}
          aria-controls={listId}
          onClick={() => setOpen(!open)}
        >
          <span className={styles.strong}>Conversation</span>
          <span className={styles.count}>{countWords(messages)}</span>
        </Button>
      </h2>
      <ul className={styles.list} id={listId} hidden={!open}>
        {shown.map((message) => (
          <MessageLine key={message.id} message={message} isOpen={message.internetMessageId === openMail} />
        ))}
        {rest > 0 && (
          <li>
            <Link href={caseLink(number)} target="_blank" rel="noopener">
              {rest} earlier
            </Link>
          </li>
        )}
      </ul>
    </Section>
  );
}

function MessageLine({ message, isOpen }: { message: Message; isOpen: boolean }) {
  const styles = useStyles();
  const nowMs = useNow(60_000);
  const atMs = Date.parse(message.at);
  const [Mark, kind] = markOf(message);
  const text = `${message.from?.name || message.from?.email || 'Unknown'}: ${firstLine(message)}`;
  return (
    <li className={styles.row}>
      <span role="img" aria-label={kind} title={kind} style={{ display: 'inline-flex' }}>
        <Mark />
      </span>
      <span className={styles.text} title={text}>
        {isOpen ? <span className={styles.strong}>This mail</span> : text}
      </span>
      <time className={styles.time} dateTime={message.at} title={fullInstant(atMs)}>
        {sameDay(atMs, nowMs) ? timeOfDay(atMs) : instantText(atMs, nowMs)}
      </time>
    </li>
  );
}

function markOf(message: Message): [Icon, string] {
  if (message.direction === 'note') return [LockClosed16Regular, 'Internal note'];
  if (message.automatic) return [Bot16Regular, 'Automatic mail'];
  if (message.taskId !== undefined) return [Wrench16Regular, 'About a task of somebody outside'];
  return message.direction === 'outbound' ? [ArrowReply16Regular, 'Our mail'] : [Mail16Regular, 'Mail'];
}

function firstLine({ visibleText, subject }: Message): string {
  const line = visibleText
    .split('\n')
    .map((each) => each.trim())
    .find((each) => each !== '');
  return (line ?? subject).slice(0, 200);
}

function countWords(messages: Message[]): string {
  const notes = messages.filter((message) => message.direction === 'note').length;
  const mails = messages.length - notes;
  const words = [`${mails} ${mails === 1 ? 'mail' : 'mails'}`];
  if (notes > 0) words.push(`${notes} ${notes === 1 ? 'note' : 'notes'}`);
  return words.join(', ');
}
