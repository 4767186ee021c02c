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
  Radio,
  RadioGroup,
} from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { listWords } from '../words.ts';
import type { BulkChoice } from './use-bulk-choice.ts';

const { bulk: words } = listWords;

interface AskProps {
  title: string;
  choice: BulkChoice;
  children: ReactNode;
  actions: ReactNode;
}

function Ask({ title, choice, children, actions }: AskProps) {
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && choice.setOpen(null)}>
      <DialogSurface style={{ maxWidth: 520 }}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{children}</DialogContent>
          <DialogActions>
            <Button onClick={() => choice.setOpen(null)}>{words.cancel}</Button>
            {actions}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** Tags to put on the cases, or to take away. */
export function TagDialog({ choice }: { choice: BulkChoice }) {
  const [text, setText] = useState('');
  const tags = [...new Set(text.split(',').map((each) => each.trim()))].filter(Boolean);
  const ready = tags.length > 0;
  const act = (action: 'add_tags' | 'remove_tags') => ready && choice.act.tag(action, tags);
  return (
    <Ask
      title={words.tagTitle(choice.count)}
      choice={choice}
      actions={
        <>
          <Button disabledFocusable={!ready} onClick={() => act('remove_tags')}>
            {words.removeTags}
          </Button>
          <Button appearance="primary" disabledFocusable={!ready} onClick={() => act('add_tags')}>
            {words.addTags}
          </Button>
        </>
      }
    >
      <Field label={words.tags}>
        <Input
          value={text}
          onChange={(_, data) => setText(data.value)}
          onKeyDown={(event) => event.key === 'Enter' && act('add_tags')}
        />
      </Field>
    </Ask>
  );
}

/** Which of the cases stays. */
export function MergeDialog({ choice }: { choice: BulkChoice }) {
  const { mergeable } = choice;
  const [into, setInto] = useState(mergeable[0]?.id ?? '');
  const chosen = mergeable.find((each) => each.id === into);
  if (chosen === undefined) return null;
  return (
    <Ask
      title={words.mergeTitle(mergeable.length)}
      choice={choice}
      actions={
        <Button appearance="primary" onClick={() => choice.act.merge(chosen)}>
          {words.mergeGo(chosen.number)}
        </Button>
      }
    >
      <p>{words.mergeLead}</p>
      <Field label={words.mergeInto}>
        <RadioGroup value={into} onChange={(_, data) => setInto(data.value)}>
          {mergeable.map(({ id, number, subject }) => (
            <Radio key={id} value={id} label={`${number} ${subject}`} />
          ))}
        </RadioGroup>
      </Field>
    </Ask>
  );
}

/** Closing ends the cases, so it asks for the reason. */
export function CloseDialog({ choice }: { choice: BulkChoice }) {
  const [reason, setReason] = useState('');
  const go = () => choice.act.close(reason.trim());
  return (
    <Ask
      title={words.closeTitle(choice.count)}
      choice={choice}
      actions={
        <Button appearance="primary" onClick={go}>
          {words.closeGo(choice.count)}
        </Button>
      }
    >
      <Field label={words.closeReason}>
        <Input
          value={reason}
          maxLength={2000}
          onChange={(_, data) => setReason(data.value)}
          onKeyDown={(event) => event.key === 'Enter' && go()}
        />
      </Field>
    </Ask>
  );
}
