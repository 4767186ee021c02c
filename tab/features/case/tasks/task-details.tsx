import { Button, Checkbox, Field, Input, makeStyles, Select, Textarea } from '@fluentui/react-components';
import { Delete16Regular } from '@fluentui/react-icons/svg/delete';
import { Dismiss12Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import type { Task } from '../../../../backend/contracts/task.ts';
import { sideWords } from '../side/words.ts';
import { OwnerField, type TaskOwner } from './owner-field.tsx';
import type { CaseTasks } from './use-tasks.ts';

const words = sideWords.tasks;

const useStyles = makeStyles({
  form: { display: 'grid', gap: '8px', padding: '4px 8px 12px 32px' },
  two: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '8px' },
  step: { display: 'flex', alignItems: 'center', gap: '4px' },
  grow: { flexGrow: 1, minWidth: 0 },
});

interface TaskDetailsProps {
  task: Task;
  others: Task[];
  tasks: CaseTasks;
  may: boolean;
}

/** Everything of a task; each change is kept at once and can be taken back. */
export function TaskDetails({ task, others, tasks, may }: TaskDetailsProps) {
  const styles = useStyles();
  const [owner, setOwner] = useState<TaskOwner>({ owner: task.owner, ownerEmail: task.ownerEmail ?? null });
  const [text, setText] = useState(task.description);
  const change = (fields: Parameters<CaseTasks['change']>[1]) => tasks.change(task, fields);
  const keepOwner = () => {
    if (owner.ownerEmail !== (task.ownerEmail ?? null)) change({ ownerEmail: owner.ownerEmail });
  };
  if (!may) return <p>{task.description}</p>;
  return (
    <div className={styles.form}>
      <div className={styles.two}>
        <Field label={words.status} size="small">
          <Select
            size="small"
            value={task.status}
            onChange={(_, data) => change({ status: data.value as Task['status'] })}
          >
            {(Object.keys(words.statuses) as Task['status'][]).map((status) => (
              <option key={status} value={status}>
                {words.statuses[status]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={words.due} size="small">
          <Input
            size="small"
            key={task.dueAt ?? ''}
            type="datetime-local"
            defaultValue={localTime(task.dueAt)}
            onBlur={(event) => {
              const { value } = event.target;
              if (value !== localTime(task.dueAt))
                change({ dueAt: value === '' ? null : new Date(value).toISOString() });
            }}
          />
        </Field>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: leaving the fields inside keeps what was written there */}
      <div onBlur={keepOwner}>
        <OwnerField
          value={owner}
          onChange={(next) => {
            setOwner(next);
            if (next.owner !== task.owner)
              change({ owner: next.owner, ...(next.owner !== null && { ownerEmail: null }) });
          }}
        />
      </div>
      <Steps task={task} onChange={(checklist) => change({ checklist })} />
      <Field label={words.description} size="small">
        <Textarea
          size="small"
          resize="vertical"
          value={text}
          onChange={(_, data) => setText(data.value)}
          onBlur={() => text !== task.description && change({ description: text })}
        />
      </Field>
      {others.length > 0 && (
        <Field label={words.after} size="small">
          <Select
            size="small"
            value={task.blockedBy[0] ?? ''}
            onChange={(_, data) => change({ blockedBy: data.value === '' ? [] : [data.value] })}
          >
            <option value="">{words.noOther}</option>
            {others.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <div>
        <Button size="small" appearance="subtle" icon={<Delete16Regular />} onClick={() => tasks.remove(task)}>
          {words.remove}
        </Button>
      </div>
    </div>
  );
}

function Steps({ task, onChange }: { task: Task; onChange: (steps: Task['checklist']) => void }) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const { checklist } = task;
  const add = () => {
    if (text.trim() === '') return;
    onChange([...checklist, { text: text.trim(), done: false }]);
    setText('');
  };
  return (
    <Field label={words.checklist} size="small">
      <div>
        {checklist.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have nothing else that tells them apart
          <span key={at} className={styles.step}>
            <Checkbox
              className={styles.grow}
              label={step.text}
              checked={step.done}
              onChange={() =>
                onChange(checklist.map((each, index) => (index === at ? { ...each, done: !each.done } : each)))
              }
            />
            <Button
              size="small"
              appearance="subtle"
              icon={<Dismiss12Regular />}
              aria-label={words.removeStep(step.text)}
              onClick={() => onChange(checklist.filter((_, index) => index !== at))}
            />
          </span>
        ))}
        <Input
          size="small"
          aria-label={words.addStep}
          placeholder={words.addStep}
          value={text}
          maxLength={300}
          onChange={(_, data) => setText(data.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
          onBlur={add}
        />
      </div>
    </Field>
  );
}

/** An instant as `datetime-local` has it: the reader's own time, without a zone. */
function localTime(at: string | undefined): string {
  if (at === undefined) return '';
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
