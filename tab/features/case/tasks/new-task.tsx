import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { sideWords } from '../side/words.ts';
import { OwnerField, type TaskOwner } from './owner-field.tsx';
import type { CaseTasks } from './use-tasks.ts';

const words = sideWords.tasks;

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gap: '8px',
    marginTop: '6px',
    padding: '8px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  ways: { display: 'flex', gap: '8px', justifyContent: 'flex-end' },
});

/** The few things a new task needs; the others can be said later. */
export function NewTask({ onCreate, onClose }: { onCreate: CaseTasks['create']; onClose: () => void }) {
  const styles = useStyles();
  const [title, setTitle] = useState('');
  const [owner, setOwner] = useState<TaskOwner>({ owner: null, ownerEmail: null });
  const [due, setDue] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    if (title.trim() === '' || busy) return;
    setBusy(true);
    const made = await onCreate({
      title: title.trim(),
      owner: owner.owner,
      ...(owner.ownerEmail !== null && { ownerEmail: owner.ownerEmail }),
      ...(due !== '' && { dueAt: new Date(due).toISOString() }),
    });
    setBusy(false);
    if (made) onClose();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={words.title} required size="small">
        <Input size="small" autoFocus value={title} maxLength={300} onChange={(_, data) => setTitle(data.value)} />
      </Field>
      <OwnerField value={owner} onChange={setOwner} />
      <Field label={words.due} size="small">
        <Input size="small" type="datetime-local" value={due} onChange={(_, data) => setDue(data.value)} />
      </Field>
      <div className={styles.ways}>
        <Button size="small" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button size="small" appearance="primary" type="submit" disabledFocusable={title.trim() === '' || busy}>
          {words.create}
        </Button>
      </div>
    </form>
  );
}
