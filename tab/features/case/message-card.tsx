import { Avatar, Badge, Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowReply16Regular } from '@fluentui/react-icons/svg/arrow-reply';
import { ChevronUp16Regular } from '@fluentui/react-icons/svg/chevron-up';
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed';
import { MoreHorizontal16Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { type ReactNode, useState } from 'react';
import type { Message } from '../../../backend/contracts/message.ts';
import { fullInstant, instantText } from '../../../ui/format.ts';
import { useNow } from '../../../ui/now.ts';
import { Face } from '../../../ui/person.tsx';
import { TextButton } from '../../shell/text-button.tsx';
import { useWidth } from '../../shell/width.ts';
import { words } from '../../words.ts';
import { Attachments } from './attachments.tsx';
import { Delivery } from './delivery.tsx';
import { peopleText, personKey, personName } from './message-words.ts';
import { OriginalMail } from './original-mail.tsx';
import { TranslateButton, TranslatedText, useTranslation } from './reading/translation.tsx';
import { WhyHere } from './why-here.tsx';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '10px',
    padding: '10px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '6px',
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
  },
  outbound: { backgroundColor: tokens.colorNeutralBackground2, boxShadow: 'none' },
  note: {
    backgroundColor: tokens.colorPaletteYellowBackground1,
    color: tokens.colorNeutralForeground1,
    borderLeft: `3px solid ${tokens.colorPaletteYellowBorderActive}`,
    boxShadow: 'none',
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 8px' },
  name: {
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  /** Quiet words are too pale on the yellow of a note. */
  inked: { color: tokens.colorNeutralForeground1 },
  quietWithIcon: { display: 'inline-flex', alignItems: 'center', gap: '4px', color: tokens.colorNeutralForeground3 },
  end: { marginLeft: 'auto', display: 'inline-flex', alignItems: 'center', gap: '8px', flexWrap: 'wrap' },
  people: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  text: {
    margin: '6px 0 0',
    maxWidth: '840px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  original: {
    marginTop: '8px',
    maxWidth: '840px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '4px',
  },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', marginTop: '8px' },
});

interface MessageCardProps {
  message: Message;
  onFold: () => void;
  /** What can be done with it, or null. */
  menu: ReactNode;
  /** What can be done about a mail of ours that has not arrived. */
  sending: { onUndo: (() => void) | null; onAgain: (() => void) | null };
  /** Whether it may be in a language that the reader does not read. */
  foreign: boolean;
}

/** A message as it is read: who, to whom, why it is here, the words, and the original on request. */
export function MessageCard({ message, onFold, menu, sending, foreign }: MessageCardProps) {
  const styles = useStyles();
  const translation = useTranslation(message);
  const [original, setOriginal] = useState(false);
  const { direction } = message;
  const name = personName(message.from);
  return (
    <article
      className={mergeClasses(
        styles.card,
        direction === 'outbound' && styles.outbound,
        direction === 'note' && styles.note,
      )}
    >
      {direction === 'inbound' ? (
        <Avatar name={name} size={28} aria-hidden />
      ) : (
        <Face id={personKey(message.from)} name={name} size={32} />
      )}
      <div>
        <MessageHead message={message} name={name} onFold={onFold} menu={menu} sending={sending} />
        {original ? (
          <div className={styles.original}>
            <OriginalMail message={message} title={words.message.original(name)} />
          </div>
        ) : (
          <p className={styles.text}>{message.visibleText === '' ? words.message.noText : message.visibleText}</p>
        )}
        <TranslatedText state={translation} />
        <div className={styles.foot}>
          {message.hasQuoted && !original && (
            <>
              <Button
                size="small"
                icon={<MoreHorizontal16Regular />}
                aria-label={words.message.showOriginal}
                onClick={() => setOriginal(true)}
              />
              <span className={styles.quiet}>{words.message.quoted}</span>
            </>
          )}
          <Attachments message={message} />
          {foreign && message.visibleText !== '' && <TranslateButton state={translation} />}
          {message.safeHtml !== '' && (
            <TextButton onClick={() => setOriginal(!original)}>
              {original ? words.message.hideOriginal : words.message.showOriginal}
            </TextButton>
          )}
        </div>
      </div>
    </article>
  );
}

function MessageHead({ message, name, onFold, menu, sending }: Omit<MessageCardProps, 'foreign'> & { name: string }) {
  const styles = useStyles();
  const nowMs = useNow(60_000);
  const at = Date.parse(message.at);
  const { direction, from, to, cc } = message;
  const phone = useWidth() === 'phone';
  const why = direction !== 'note';
  return (
    <>
      <div className={styles.head}>
        <span className={styles.name}>{name}</span>
        {direction === 'inbound' && !phone && from !== null && from.name !== '' && (
          <span className={styles.quiet}>{from.email}</span>
        )}
        {direction === 'outbound' && (
          <span className={styles.quietWithIcon}>
            <ArrowReply16Regular /> {words.message.sent}
          </span>
        )}
        {direction === 'note' && (
          <span className={mergeClasses(styles.quietWithIcon, styles.inked)}>
            <LockClosed16Regular /> {words.message.note}
          </span>
        )}
        {message.taskId !== undefined && (
          <Badge appearance="outline" color="important" shape="rounded">
            {words.message.outside}
          </Badge>
        )}
        {message.automatic && (
          <Badge appearance="outline" color="informative" shape="rounded">
            {words.message.automatic}
          </Badge>
        )}
        <span className={styles.end}>
          {message.delivery !== undefined && <Delivery delivery={message.delivery} {...sending} />}
          {why && !phone && <WhyHere threadedBy={message.threadedBy} />}
          <time
            className={mergeClasses(styles.quiet, direction === 'note' && styles.inked)}
            dateTime={message.at}
            title={fullInstant(at)}
          >
            {instantText(at, nowMs)}
          </time>
          <Button
            appearance="subtle"
            size="small"
            icon={<ChevronUp16Regular />}
            aria-label={words.message.fold}
            aria-expanded
            onClick={onFold}
          />
          {menu}
        </span>
      </div>
      {why && phone && <WhyHere threadedBy={message.threadedBy} />}
      {to.length + cc.length > 0 && (
        <div className={styles.people}>
          {to.length > 0 && `${words.message.to} ${peopleText(to)}`}
          {cc.length > 0 && ` · ${words.message.cc} ${peopleText(cc)}`}
        </div>
      )}
    </>
  );
}
