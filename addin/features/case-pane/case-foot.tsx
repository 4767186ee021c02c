import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Tooltip,
} from '@fluentui/react-components';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { MoreHorizontal16Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { NoteAdd16Regular } from '@fluentui/react-icons/svg/note-add';
import { TaskListSquareLtr16Regular } from '@fluentui/react-icons/svg/task-list-square-ltr';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Api } from '../../../ui/api.ts';
import type { CaseAction } from './case-actions.ts';
import { caseLink } from './case-link.ts';
import { openCases } from './case-list.tsx';
import type { Pane } from './pane.ts';
import type { WithCase } from './pane-state.ts';

// The case is there sooner without the forms; they follow once it is shown, so that the first press opens one at once.
const forms = {
  note: () => import('./forms/note-form.tsx').then(({ NoteForm: form }) => ({ default: form })),
  task: () => import('./forms/task-form.tsx').then(({ TaskForm: form }) => ({ default: form })),
  tags: () => import('./forms/tag-form.tsx').then(({ TagForm: form }) => ({ default: form })),
  merge: () => import('./forms/case-picker.tsx').then(({ CasePicker: form }) => ({ default: form })),
};
const NoteForm = lazy(forms.note);
const TaskForm = lazy(forms.task);
const TagForm = lazy(forms.tags);
const CasePicker = lazy(forms.merge);

const useStyles = makeStyles({ gap: { flexGrow: 1 }, small: { minWidth: 0 } });

type Form = keyof typeof forms;

const followAfterMs = 500;

/** What is done most, always in view; what is being written takes its place. */
export function CaseFoot({ state, pane, api }: { state: WithCase; pane: Pane; api: Api }) {
  const [form, setForm] = useState<Form | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const load of Object.values(forms)) load().catch(() => undefined);
    }, followAfterMs);
    return () => clearTimeout(timer);
  }, []);
  if (form === null) return <Buttons state={state} pane={pane} onForm={setForm} />;
  const close = () => setForm(null);
  const send = (action: CaseAction) => void pane.act(action).then((worked) => worked && close());
  return (
    <Suspense fallback={null}>
      <OpenForm form={form} state={state} api={api} onSend={send} onClose={close} />
    </Suspense>
  );
}

interface OpenFormProps {
  form: Form;
  state: WithCase;
  api: Api;
  onSend: (action: CaseAction) => void;
  onClose: () => void;
}

function OpenForm({ form, state, api, onSend, onClose }: OpenFormProps) {
  const common = { busy: state.acting, onClose };
  switch (form) {
    case 'note':
      return <NoteForm {...common} onSend={(text) => onSend({ kind: 'note', text })} />;
    case 'task':
      return <TaskForm {...common} onSend={(title, dueAt) => onSend({ kind: 'task', title, dueAt })} />;
    case 'tags':
      return <TagForm {...common} tags={state.value.tags} onSend={(tags) => onSend({ kind: 'tags', tags })} />;
    case 'merge':
      return (
        <CasePicker
          {...common}
          api={api}
          label={`Merge ${state.value.number} into`}
          offered={openCases(state.others)}
          withoutId={state.value.id}
          onPick={({ number }) => onSend({ kind: 'merge', into: number })}
        />
      );
  }
}

function Buttons({ state, pane, onForm }: { state: WithCase; pane: Pane; onForm: (form: Form) => void }) {
  const styles = useStyles();
  const { value, saving, acting, conflict } = state;
  const waiting = saving !== null || acting || conflict !== null;
  const ended = value.status === 'resolved' || value.status === 'closed';
  const next = ended ? 'in_progress' : 'resolved';
  const mayWrite = value.actions.includes('edit');
  return (
    <>
      {mayWrite && (
        <>
          <Button className={styles.small} icon={<NoteAdd16Regular />} onClick={() => onForm('note')}>
            Note
          </Button>
          <Button className={styles.small} icon={<TaskListSquareLtr16Regular />} onClick={() => onForm('task')}>
            Task
          </Button>
        </>
      )}
      <span className={styles.gap} />
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Tooltip content="More" relationship="label">
            <Button appearance="subtle" icon={<MoreHorizontal16Regular />} />
          </Tooltip>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {mayWrite && <MenuItem onClick={() => onForm('tags')}>Tags…</MenuItem>}
            {mayWrite && <MenuItem onClick={() => onForm('merge')}>Merge into another case…</MenuItem>}
            <MenuItem onClick={() => window.open(caseLink(value.number), '_blank', 'noopener')}>Open case</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {value.nextStatuses.includes(next) && (
        <Button
          className={styles.small}
          icon={ended ? null : <CheckmarkCircle16Regular />}
          disabledFocusable={waiting}
          onClick={() => void pane.edit({ field: 'status', to: next })}
        >
          {ended ? 'Reopen' : 'Resolve'}
        </Button>
      )}
    </>
  );
}
