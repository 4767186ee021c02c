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
  makeStyles,
  Select,
  Textarea,
} from '@fluentui/react-components';
import { type FormEvent, useRef, useState } from 'react';
import { priorityWords } from '../../../../ui/words.ts';
import { useNavigation } from '../../../navigation.tsx';
import { useDirectory } from '../../../session/directory.tsx';
import { useSession } from '../../../session/session.ts';
import { ProblemBar } from '../../../shell/problem-bar.tsx';
import { useDone } from '../../../shell/undo.tsx';
import { type Priority, priorities } from '../filter.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '560px' },
  content: { display: 'grid', gap: '10px', paddingBottom: '8px' },
  choices: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))', gap: '10px' },
  pair: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))', gap: '10px' },
});

const empty = { subject: '', email: '', name: '', description: '', priority: '', category: '', assignee: '' };

/** A case for what came by phone or in person; it opens when it is there. */
export function NewCaseDialog({ onClose }: { onClose: () => void }) {
  const styles = useStyles();
  const { api } = useSession();
  const { route, go } = useNavigation();
  const { agents, categories } = useDirectory();
  const done = useDone();
  const [form, setForm] = useState(empty);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  /** Pressed twice, or sent again after a lost answer, it is one case. */
  const key = useRef(crypto.randomUUID());
  const set = (part: Partial<typeof empty>) => {
    key.current = crypto.randomUUID();
    setForm((before) => ({ ...before, ...part }));
  };
  const { subject, email, name, description, priority, category, assignee } = form;
  const ready = subject.trim() !== '' && /\S@\S/.test(email);
  const create = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready || saving) return;
    setSaving(true);
    setError(null);
    const body = {
      ...{ subject, description, source: 'tab' as const, assignee: assignee === '' ? null : assignee },
      customer: { email: email.trim(), name: name.trim() || email.trim() },
      ...(priority !== '' && { priority: priority as Priority }),
      ...(category !== '' && { category }),
    };
    try {
      const { number } = await api('createCase', { body, idempotencyKey: key.current });
      done({ text: words.done(number) });
      onClose();
      go({ filter: route.filter, caseId: number });
    } catch (failure) {
      setError(failure);
      setSaving(false);
    }
  };
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <form onSubmit={create}>
          <DialogBody>
            <DialogTitle>{words.title}</DialogTitle>
            <DialogContent className={styles.content}>
              <span>{words.lead}</span>
              <Field label={words.subject} required>
                <Input value={subject} maxLength={500} onChange={(_, data) => set({ subject: data.value })} />
              </Field>
              <div className={styles.pair}>
                <Field label={words.email} required>
                  <Input
                    type="email"
                    value={email}
                    maxLength={320}
                    onChange={(_, data) => set({ email: data.value })}
                  />
                </Field>
                <Field label={words.name}>
                  <Input value={name} maxLength={200} onChange={(_, data) => set({ name: data.value })} />
                </Field>
              </div>
              <Field label={words.description}>
                <Textarea rows={5} value={description} onChange={(_, data) => set({ description: data.value })} />
              </Field>
              <div className={styles.choices}>
                <Choice
                  label={words.priority}
                  none={words.byAnalyst}
                  value={priority}
                  options={priorities.map((each) => ({ id: each, name: priorityWords[each] }))}
                  onChoose={(value) => set({ priority: value })}
                />
                <Choice
                  label={words.category}
                  none={words.byAnalyst}
                  value={category}
                  options={categories}
                  onChoose={(value) => set({ category: value })}
                />
                <Choice
                  label={words.assignee}
                  none={words.nobody}
                  value={assignee}
                  options={agents}
                  onChoose={(value) => set({ assignee: value })}
                />
              </div>
              {error !== null && <ProblemBar what={words.failed} error={error} onClose={() => setError(null)} />}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{words.cancel}</Button>
              <Button type="submit" appearance="primary" disabledFocusable={!ready || saving}>
                {words.create}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

interface ChoiceProps {
  label: string;
  /** What it is without a choice. */
  none: string;
  value: string;
  options: readonly { id: string; name: string }[];
  onChoose: (id: string) => void;
}

function Choice({ label, none, value, options, onChoose }: ChoiceProps) {
  return (
    <Field label={label}>
      <Select value={value} onChange={(_, data) => onChoose(data.value)}>
        <option value="">{none}</option>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
