import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { useState } from 'react';
import { actionWords } from './words.ts';

interface SplitDialogProps {
  subject: string;
  onSplit: (subject: string) => void;
  onClose: () => void;
}

/** Asks what the new case is about. */
export function SplitDialog({ subject, onSplit, onClose }: SplitDialogProps) {
  const [text, setText] = useState(subject);
  const words = actionWords.newCase;
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') onSplit(text.trim());
          }}
        >
          <DialogBody>
            <DialogTitle>{words.title}</DialogTitle>
            <DialogContent>
              <p>{words.lead}</p>
              <Field label={words.subject} required>
                <Input value={text} maxLength={500} onChange={(_, data) => setText(data.value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{actionWords.pick.cancel}</Button>
              <Button type="submit" appearance="primary">
                {words.go}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
