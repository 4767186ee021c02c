import { Input, Textarea } from '@fluentui/react-components';
import type { Action } from '../../../../backend/contracts/workflow.ts';
import { priorityWords, statusWords } from '../../../../ui/words.ts';
import { useDirectory } from '../../../session/directory.tsx';
import { words } from '../words.ts';
import { Choose, choicesOf } from './choose.tsx';
import { ValueList } from './value-list.tsx';
import { WhomChoice } from './whom-choice.tsx';

interface ActionDetailsProps {
  action: Action;
  place: number;
  onChange: (action: Action) => void;
}

/** What an action needs to be told. */
export function ActionDetails({ action, place, onChange }: ActionDetailsProps) {
  const directory = useDirectory();
  const value = words.act.value(place);
  const text = words.act.text(place);
  switch (action.kind) {
    case 'set':
      return <SetDetails action={action} label={value} onChange={onChange} />;
    case 'raise_priority':
      return (
        <Choose
          label={value}
          value={action.to}
          choices={choicesOf(priorityWords)}
          onChoose={(to) => onChange({ ...action, to: to as typeof action.to })}
        />
      );
    case 'assign':
      return (
        <Choose
          label={value}
          value={action.to ?? ''}
          choices={[
            { id: 'automatic', name: words.act.automatic },
            { id: '', name: words.act.nobody },
            ...directory.agents,
          ]}
          onChoose={(to) => onChange({ ...action, to: to === '' ? null : to })}
        />
      );
    case 'add_tags':
    case 'remove_tags':
      return (
        <ValueList label={value} values={action.tags} choices={[]} onChange={(tags) => onChange({ ...action, tags })} />
      );
    case 'notify':
      return (
        <>
          <WhomChoice
            whom={action.whom}
            label={words.act.whom(place)}
            onChange={(whom) => onChange({ ...action, whom })}
          />
          <Prose label={text} value={action.text} onChange={(next) => onChange({ ...action, text: next })} />
        </>
      );
    case 'note':
    case 'escalate':
      return <Prose label={text} value={action.text} onChange={(next) => onChange({ ...action, text: next })} />;
    case 'close':
      return <Prose label={text} value={action.reason} onChange={(reason) => onChange({ ...action, reason })} />;
    case 'webhook':
      return <Line label={value} value={action.url} onChange={(url) => onChange({ ...action, url })} />;
    case 'link':
      return <Line label={value} value={action.to} onChange={(to) => onChange({ ...action, to })} />;
    case 'add_task':
      return (
        <>
          <Line label={value} value={action.title} onChange={(title) => onChange({ ...action, title })} />
          <Prose
            label={words.act.description(place)}
            hint={words.act.descriptionHint}
            value={action.description ?? ''}
            onChange={(description) =>
              onChange({ kind: 'add_task', title: action.title, ...(description !== '' && { description }) })
            }
          />
        </>
      );
    case 'send_mail':
      return (
        <Choose
          label={value}
          value={action.mail}
          choices={choicesOf(words.act.mails)}
          onChoose={(mail) => onChange({ ...action, mail: mail as typeof action.mail })}
        />
      );
    case 'add_template_tasks':
      return <span>{words.act.templateTasks}</span>;
  }
}

interface SetDetailsProps {
  action: Extract<Action, { kind: 'set' }>;
  label: string;
  onChange: (action: Action) => void;
}

function SetDetails({ action, label, onChange }: SetDetailsProps) {
  const directory = useDirectory();
  const choose = (value: string, choices: { id: string; name: string }[], toAction: (id: string) => Action) => (
    <Choose label={label} value={value} choices={choices} onChoose={(id) => onChange(toAction(id))} />
  );
  switch (action.field) {
    case 'priority':
      return choose(action.value, choicesOf(priorityWords), (id) => ({ ...action, value: id as typeof action.value }));
    case 'status':
      return choose(action.value, choicesOf(statusWords), (id) => ({ ...action, value: id as typeof action.value }));
    case 'category':
      return choose(action.value, directory.categories, (id) => ({ ...action, value: id }));
    case 'team':
      return choose(action.value ?? '', [{ id: '', name: words.act.noTeam }, ...directory.teams], (id) => ({
        ...action,
        value: id === '' ? null : id,
      }));
    case 'complaint':
      return choose(String(action.value), choicesOf({ true: words.if.yes, false: words.if.no }), (id) => ({
        ...action,
        value: id === 'true',
      }));
    default:
      return <Line label={label} value={action.value} onChange={(value) => onChange({ ...action, value })} />;
  }
}

interface TextProps {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
}

function Line({ label, value, onChange }: TextProps) {
  return <Input size="small" aria-label={label} value={value} onChange={(_, data) => onChange(data.value)} />;
}

function Prose({ label, hint, value, onChange }: TextProps) {
  return (
    <Textarea
      size="small"
      resize="vertical"
      aria-label={label}
      placeholder={hint}
      value={value}
      onChange={(_, data) => onChange(data.value)}
    />
  );
}
