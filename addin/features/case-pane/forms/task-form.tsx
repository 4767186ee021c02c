import { Button, Field, Input } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { FormFrame } from './form-frame.tsx';

interface TaskFormProps {
  busy: boolean;
  /** `dueAt` is RFC 3339 in UTC, or null for none. */
  onSend: (title: string, dueAt: string | null) => void;
  onClose: () => void;
}

/** A task for whoever sits here. */
export function TaskForm({ busy, onSend, onClose }: TaskFormProps) {
  const [title, setTitle] = useState('');
  const [due, setDue] = useState('');
  const ready = title.trim() !== '' && !busy;
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ready) onSend(title.trim(), due === '' ? null : new Date(due).toISOString());
  }
  return (
    <FormFrame
      label="New task"
      onSubmit={submit}
      onClose={onClose}
      action={
        <Button appearance="primary" type="submit" disabledFocusable={!ready}>
          Add task
        </Button>
      }
    >
      <Field label="What is to be done" size="small">
        <Input autoFocus value={title} maxLength={300} onChange={(_, data) => setTitle(data.value)} />
      </Field>
      <Field label="Due (if it must be done by then)" size="small">
        <Input type="datetime-local" value={due} onChange={(_, data) => setDue(data.value)} />
      </Field>
    </FormFrame>
  );
}
