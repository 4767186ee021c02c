import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed';
import { useRef, useState } from 'react';
import type { Case } from '../../../../backend/contracts/case.ts';
import { useDirectory } from '../../../session/directory.tsx';
import { useSession } from '../../../session/session.ts';
import { ProblemBar } from '../../../shell/problem-bar.tsx';
import { useDone } from '../../../shell/undo.tsx';
import { keepText, keptText } from './kept-text.ts';
import { composerWords as words } from './words.ts';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gap: '8px',
    padding: '10px 12px',
    backgroundColor: tokens.colorPaletteYellowBackground1,
    borderLeft: `3px solid ${tokens.colorPaletteYellowBorderActive}`,
  },
  foot: { display: 'flex', alignItems: 'center', gap: '8px', flexWrap: 'wrap' },
  hint: { display: 'inline-flex', alignItems: 'center', gap: '4px', color: tokens.colorNeutralForeground1 },
  space: { flexGrow: 1 },
});

/** A note for colleagues. Names behind an @ are told. */
export function NoteForm({ value, onAdded }: { value: Case; onAdded: () => void }) {
  const styles = useStyles();
  const { api } = useSession();
  const { agents } = useDirectory();
  const done = useDone();
  const [text, setText] = useState(() => keptText(value.id, 'note'));
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const key = useRef(crypto.randomUUID());
  const write = (next: string) => {
    setText(next);
    keepText(value.id, 'note', next);
  };
  const add = () => {
    if (text.trim() === '' || busy) return;
    setBusy(true);
    setError(null);
    const mentions = agents.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id);
    const body = { text, ...(mentions.length > 0 && { mentions }) };
    api('addNote', { params: { id: value.id }, body, idempotencyKey: key.current })
      .then(() => {
        key.current = crypto.randomUUID();
        write('');
        done({ text: words.noted });
        onAdded();
      }, setError)
      .finally(() => setBusy(false));
  };
  return (
    <div className={styles.form}>
      <span className={styles.hint}>
        <LockClosed16Regular /> {words.noteHint}
      </span>
      <Textarea
        aria-label={words.noteText}
        resize="vertical"
        rows={3}
        autoFocus
        value={text}
        onChange={(_, data) => write(data.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) add();
        }}
      />
      {error !== null && <ProblemBar what={words.notNoted} error={error} onClose={() => setError(null)} />}
      <div className={styles.foot}>
        <span className={styles.space} />
        <Button appearance="primary" disabledFocusable={text.trim() === '' || busy} onClick={add}>
          {words.addNote}
        </Button>
      </div>
    </div>
  );
}
