import {
  Button,
  Checkbox,
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
import { listWords } from '../words.ts';

interface SaveViewDialogProps {
  title: string;
  name: string;
  shared: boolean;
  onSave: (name: string, shared: boolean) => void;
  onClose: () => void;
}

/** Asks for a view's name and whose it is. */
export function SaveViewDialog({ title, onSave, onClose, ...before }: SaveViewDialogProps) {
  const [name, setName] = useState(before.name);
  const [shared, setShared] = useState(before.shared);
  const { views: words } = listWords;
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface style={{ maxWidth: 420 }}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === '') return;
            onSave(name.trim(), shared);
            onClose();
          }}
        >
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent>
              <Field label={words.name} required>
                <Input value={name} maxLength={100} onChange={(_, data) => setName(data.value)} />
              </Field>
              <Field hint={words.shareHint}>
                <Checkbox
                  label={words.share}
                  checked={shared}
                  onChange={(_, data) => setShared(data.checked === true)}
                />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{words.cancel}</Button>
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
