import { Button, Field, Input } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { FormFrame } from './form-frame.tsx';

interface TagFormProps {
  tags: string[];
  busy: boolean;
  onSend: (tags: string[]) => void;
  onClose: () => void;
}

/** The case's tags as one line of words. */
export function TagForm({ tags, busy, onSend, onClose }: TagFormProps) {
  const [text, setText] = useState(tags.join(', '));
  const wanted = [...new Set(text.split(',').map((tag) => tag.trim()))].filter((tag) => tag !== '');
  const ready = !busy && wanted.join() !== tags.join();
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ready) onSend(wanted);
  }
  return (
    <FormFrame
      label="Tags"
      onSubmit={submit}
      onClose={onClose}
      action={
        <Button appearance="primary" type="submit" disabledFocusable={!ready}>
          Save tags
        </Button>
      }
    >
      <Field label="Tags, with commas between them" size="small">
        <Input autoFocus value={text} maxLength={2_000} onChange={(_, data) => setText(data.value)} />
      </Field>
    </FormFrame>
  );
}
