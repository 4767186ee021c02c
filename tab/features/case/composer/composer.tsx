import { Button, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { ArrowReply16Regular } from '@fluentui/react-icons/svg/arrow-reply';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed';
import { useEffect, useState } from 'react';
import type { Case } from '../../../../backend/contracts/case.ts';
import { useKeys } from '../../../shell/keys.ts';
import { keepText, keptText } from './kept-text.ts';
import { NoteForm } from './note-form.tsx';
import { joined, onPut } from './put-text.ts';
import { ReplyForm } from './reply-form.tsx';
import { composerWords as words } from './words.ts';

export type Kind = 'reply' | 'note';

const useStyles = makeStyles({
  dock: { flexShrink: 0, padding: '0 20px 12px', '@media (max-width: 639px)': { padding: '8px 0 0' } },
  closed: { display: 'flex', gap: '8px', paddingTop: '8px' },
  box: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '6px',
    boxShadow: tokens.shadow8,
    backgroundColor: tokens.colorNeutralBackground1,
    maxHeight: '60vh',
    overflowY: 'auto',
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    paddingRight: '6px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  space: { flexGrow: 1 },
});

interface ComposerProps {
  value: Case;
  onSent: (value: Case) => void;
  onNoted: () => void;
  /** Told when somebody begins or stops writing a reply. */
  onReplying: (replying: boolean) => void;
  onHandOver: ((to: { id: string; name: string }) => void) | null;
}

/** Where people write: an answer that leaves, or a note that never does. Folded away until somebody wants it. */
export function Composer({ value, onSent, onNoted, onReplying, onHandOver }: ComposerProps) {
  const styles = useStyles();
  const [kind, setKind] = useState<Kind | null>(null);
  const replying = kind === 'reply';
  useEffect(() => {
    onReplying(replying);
    return () => onReplying(false);
  }, [replying, onReplying]);
  useEffect(() => {
    // An open reply takes the text itself.
    if (replying) return;
    return onPut((text) => {
      keepText(value.id, 'reply', joined(keptText(value.id, 'reply'), text));
      setKind('reply');
    });
  }, [replying, value.id]);
  useKeys({ r: () => setKind('reply'), n: () => setKind('note') });
  if (kind === null) {
    return (
      <div className={styles.dock}>
        <div className={styles.closed}>
          <Button icon={<ArrowReply16Regular />} onClick={() => setKind('reply')}>
            {keptText(value.id, 'reply') === '' ? words.reply : words.goOn}
          </Button>
          <Button icon={<LockClosed16Regular />} onClick={() => setKind('note')}>
            {words.note}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <section className={styles.dock} aria-label={words.label}>
      <div className={styles.box}>
        <div className={styles.head}>
          <TabList size="small" selectedValue={kind} onTabSelect={(_, data) => setKind(data.value as Kind)}>
            <Tab value="reply" icon={<ArrowReply16Regular />}>
              {words.reply}
            </Tab>
            <Tab value="note" icon={<LockClosed16Regular />}>
              {words.note}
            </Tab>
          </TabList>
          <span className={styles.space} />
          <Button
            appearance="subtle"
            size="small"
            icon={<ChevronDown16Regular />}
            aria-label={words.close}
            onClick={() => setKind(null)}
          />
        </div>
        {kind === 'reply' ? (
          <ReplyForm
            value={value}
            onHandOver={onHandOver}
            onSent={(sent) => {
              setKind(null);
              onSent(sent);
            }}
            onTakenBack={(back) => {
              setKind('reply');
              onSent(back);
            }}
          />
        ) : (
          <NoteForm
            value={value}
            onAdded={() => {
              setKind(null);
              onNoted();
            }}
          />
        )}
      </div>
    </section>
  );
}
