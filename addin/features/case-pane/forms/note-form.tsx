import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed';
import { type FormEvent, useState } from 'react';
import { FormFrame } from './form-frame.tsx';

const useStyles = makeStyles({
  inside: { color: tokens.colorNeutralForeground2, display: 'flex', gap: '6px', alignItems: 'center' },
});

interface NoteFormProps {
  busy: boolean;
  onSend: (text: string) => void;
  onClose: () => void;
}

/** A note that stays inside. */
export function NoteForm({ busy, onSend, onClose }: NoteFormProps) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const ready = text.trim() !== '' && !busy;
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ready) onSend(text.trim());
  }
  return (
    <FormFrame
      label="Internal note"
      onSubmit={submit}
      onClose={onClose}
      action={
        <Button appearance="primary" type="submit" disabledFocusable={!ready}>
          Add note
        </Button>
      }
    >
      <span className={styles.inside}>
        <LockClosed16Regular /> Internal note, never sent
      </span>
      <Textarea
        autoFocus
        resize="vertical"
        rows={4}
        aria-label="Internal note"
        value={text}
        maxLength={50_000}
        onChange={(_, data) => setText(data.value)}
      />
    </FormFrame>
  );
}
