import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { Sparkle16Regular } from '@fluentui/react-icons/svg/sparkle';
import { useCallback, useState } from 'react';
import type { Message } from '../../../../backend/contracts/message.ts';
import type { ThreadSummary as Told } from '../../../../backend/contracts/thread.ts';
import { instantText } from '../../../../ui/format.ts';
import { language } from '../../../../ui/language.ts';
import { useSession } from '../../../session/session.ts';
import { ProblemBar } from '../../../shell/problem-bar.tsx';
import { TextButton } from '../../../shell/text-button.tsx';
import { personName } from '../message-words.ts';
import { useReading } from './use-reading.ts';
import { readingWords as words } from './words.ts';

const useStyles = makeStyles({
  ask: { marginBottom: '8px' },
  box: {
    marginBottom: '8px',
    padding: '10px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '6px',
  },
  head: { display: 'flex', alignItems: 'center', gap: '6px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, flexGrow: 1 },
  part: { margin: '8px 0 2px', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  lines: {
    margin: 0,
    paddingLeft: '18px',
    maxWidth: '840px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
  },
  source: { marginLeft: '6px', fontSize: tokens.fontSizeBase200 },
  quiet: { margin: '8px 0 0', color: tokens.colorNeutralForeground3 },
});

interface ThreadSummaryProps {
  caseId: string;
  messages: Message[];
  /** Brings a message into view. */
  onShow: (messageId: string) => void;
}

/** Fewer mails are read as quickly as their summary. */
const leastMails = 2;

/** What happened, what is open and what we promised, for whoever asks; the conversation below stays as it is. */
export function ThreadSummary({ caseId, messages, onShow }: ThreadSummaryProps) {
  const styles = useStyles();
  const { api } = useSession();
  const mails = messages.filter(({ direction, automatic }) => direction !== 'note' && !automatic);
  const [of, setOf] = useState(0);
  const count = mails.length;
  const read = useCallback(async () => {
    const told = await api('summariseThread', { params: { id: caseId }, body: { language } });
    setOf(count);
    return told;
  }, [api, caseId, count]);
  const { working, answer, atMs, error, ask, close } = useReading<Told>(read);
  if (count < leastMails) return null;
  if (answer === null) {
    return (
      <div className={styles.ask}>
        {error !== null && <ProblemBar what={words.notSummed} error={error} onRetry={ask} onClose={close} />}
        <Button
          size="small"
          appearance="subtle"
          icon={working ? <Spinner size="extra-tiny" /> : <Sparkle16Regular />}
          disabledFocusable={working}
          onClick={ask}
        >
          {working ? words.working : words.sumUp}
        </Button>
      </div>
    );
  }
  const at = instantText(atMs, Date.now());
  const parts = [
    ['happened', answer.happened, ''],
    ['open', answer.open, words.nothingOpen],
    ['promised', answer.promised, words.nothingPromised],
  ] as const;
  return (
    <section className={styles.box} aria-label={words.title} aria-busy={working}>
      <div className={styles.head}>
        <Sparkle16Regular />
        <h2 className={styles.title}>{words.title}</h2>
        <Button
          size="small"
          appearance="subtle"
          icon={<Dismiss16Regular />}
          aria-label={words.close}
          title={words.close}
          onClick={close}
        />
      </div>
      {parts.map(([part, lines, none]) => (
        <Part key={part} title={words[part]} lines={lines} none={none} messages={messages} onShow={onShow} />
      ))}
      <p className={styles.quiet} role="status">
        {answer.engine === 'openai' ? words.byModel(at) : words.bySentences(at)} {answer.engineReason}
      </p>
      {error !== null && <ProblemBar what={words.notSummed} error={error} onRetry={ask} />}
      {of !== count && (
        <p className={styles.quiet}>
          {words.wentOn} <TextButton onClick={ask}>{words.again}</TextButton>
        </p>
      )}
    </section>
  );
}

interface PartProps extends Pick<ThreadSummaryProps, 'messages' | 'onShow'> {
  title: string;
  lines: Told['happened'];
  /** What is said where there is no line. */
  none: string;
}

function Part({ title, lines, none, messages, onShow }: PartProps) {
  const styles = useStyles();
  if (lines.length === 0 && none === '') return null;
  return (
    <>
      <h3 className={styles.part}>{title}</h3>
      {lines.length === 0 && <span>{none}</span>}
      <ul className={styles.lines}>
        {lines.map(({ text, messageIds }) => (
          <li key={text}>
            <span dir="auto">{text}</span>
            {messages
              .filter(({ id }) => messageIds.includes(id))
              .map((message) => (
                <Source key={message.id} message={message} onShow={onShow} />
              ))}
          </li>
        ))}
      </ul>
    </>
  );
}

function Source({ message, onShow }: { message: Message } & Pick<ThreadSummaryProps, 'onShow'>) {
  const styles = useStyles();
  const at = instantText(Date.parse(message.at), Date.now());
  return (
    <span className={styles.source}>
      <TextButton aria-label={words.showSource(at, personName(message.from))} onClick={() => onShow(message.id)}>
        {words.restsOn(at)}
      </TextButton>
    </span>
  );
}
