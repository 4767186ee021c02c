import { makeStyles, Skeleton, SkeletonItem } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import type { Case } from '../../../backend/contracts/case.ts';
import type { Message } from '../../../backend/contracts/message.ts';
import { language } from '../../../ui/language.ts';
import { useFocusRing } from '../../shell/focus-ring.ts';
import { ProblemBar } from '../../shell/problem-bar.tsx';
import { words } from '../../words.ts';
import { MessageMenu } from './actions/message-menu.tsx';
import type { CaseActions } from './actions/use-case-actions.ts';
import { openAtFirst, weave } from './conversation-lines.ts';
import { EventLine } from './event-line.tsx';
import { MessageCard } from './message-card.tsx';
import { MessageFolded } from './message-folded.tsx';
import { personName } from './message-words.ts';
import { ThreadSummary } from './reading/thread-summary.tsx';
import type { LoadedCase } from './use-case.ts';

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '8px',
  },
  loading: { display: 'grid', gap: '12px' },
});

/** Mails, notes and the changes between them, oldest first. */
export function Conversation({ loaded, actions }: { loaded: LoadedCase; actions: CaseActions | null }) {
  const styles = useStyles();
  const ring = useFocusRing();
  const { messages, history, conversationError } = loaded;
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const lines = useMemo(() => weave(messages ?? [], history ?? []), [messages, history]);
  const open = useMemo(() => openAtFirst(messages ?? []), [messages]);
  const [sought, setSought] = useState<string | null>(null);
  useEffect(() => {
    if (sought !== null) document.getElementById(placeOf(sought))?.focus();
    setSought(null);
  }, [sought]);
  if (conversationError !== null) {
    return <ProblemBar what={words.case.conversationNotLoaded} error={conversationError} onRetry={loaded.reload} />;
  }
  if (messages === null) return <ConversationSkeleton />;
  const turn = (id: string) =>
    setTurned((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const show = (id: string) => {
    if (open.has(id) === turned.has(id)) turn(id);
    setSought(id);
  };
  const foreign = loaded.value !== null && loaded.value.language !== language;
  return (
    <>
      {loaded.value !== null && <ThreadSummary caseId={loaded.value.id} messages={messages} onShow={show} />}
      <ol className={styles.list} aria-label={words.case.conversation}>
        {lines.map((line) => {
          if (line.kind === 'event') return <EventLine key={line.entry.id} entry={line.entry} />;
          const { message } = line;
          const shown = open.has(message.id) !== turned.has(message.id);
          return (
            <li key={message.id} id={placeOf(message.id)} tabIndex={-1} className={ring}>
              {shown ? (
                <MessageCard
                  message={message}
                  foreign={foreign}
                  onFold={() => turn(message.id)}
                  menu={menuOf(loaded.value, message, actions)}
                  sending={{
                    onUndo: actions && (() => actions.undoSend(message.id)),
                    onAgain: actions && (() => actions.sendAgain(message.id)),
                  }}
                />
              ) : (
                <MessageFolded message={message} onOpen={() => turn(message.id)} />
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** By which a line of the summary finds its message on the page. */
function placeOf(messageId: string): string {
  return `message-${messageId}`;
}

function menuOf(value: Case | null, message: Message, actions: CaseActions | null) {
  if (value === null || actions === null || message.direction === 'note') return null;
  return <MessageMenu value={value} message={message} from={personName(message.from)} actions={actions} />;
}

function ConversationSkeleton() {
  const styles = useStyles();
  return (
    <Skeleton className={styles.loading} aria-label={words.case.loading}>
      <SkeletonItem size={16} style={{ width: '40%' }} />
      <SkeletonItem size={72} />
      <SkeletonItem size={16} style={{ width: '60%' }} />
    </Skeleton>
  );
}
