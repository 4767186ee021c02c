import type { Case } from '../../../backend/contracts/case.ts';
import { priorityWords, statusWords } from '../../../backend/contracts/words.ts';
import { Person, Unassigned } from '../../../ui/person.tsx';
import { PriorityLabel, priorityIcons } from '../../../ui/priority.tsx';
import { StatusLabel } from '../../../ui/status.tsx';
import { type Choices, categoryPath, useChoices } from './choices.ts';
import { Picker, type PickerOption } from './picker.tsx';

interface FieldProps<T> {
  value: T;
  onPick: (value: T) => void;
  disabled?: boolean;
  wide?: boolean;
}

const allPriorities = Object.keys(priorityIcons) as Case['priority'][];

export function StatusPicker({
  next,
  value,
  onPick,
  ...looks
}: FieldProps<Case['status']> & { next: Case['status'][] }) {
  const statuses = [value, ...next.filter((status) => status !== value)];
  const options = statuses.map((status) => ({
    key: status,
    text: statusWords[status],
    content: <StatusLabel status={status} />,
  }));
  return (
    <Picker
      label="Status"
      value={value}
      shown={<StatusLabel status={value} />}
      shownText={statusWords[value]}
      options={options}
      onPick={(key) => onPick(key as Case['status'])}
      {...looks}
    />
  );
}

export function PriorityPicker({ value, onPick, ...looks }: FieldProps<Case['priority']>) {
  const options = allPriorities.map((priority) => ({
    key: priority,
    text: priorityWords[priority],
    content: <PriorityLabel priority={priority} />,
  }));
  return (
    <Picker
      label="Priority"
      value={value}
      shown={<PriorityLabel priority={value} />}
      shownText={priorityWords[value]}
      options={options}
      onPick={(key) => onPick(key as Case['priority'])}
      {...looks}
    />
  );
}

export function CategoryPicker({ value, onPick, ...looks }: FieldProps<string>) {
  const choices = useChoices();
  const path = categoryPath(choices, value);
  const known = choices.categories.some((category) => category.key === value);
  const rows = known ? choices.categories : [{ key: value, path }, ...choices.categories];
  const options = rows.map((row) => ({ key: row.key, text: row.path, content: row.path }));
  return (
    <Picker label="Category" value={value} shown={path} shownText={path} options={options} onPick={onPick} {...looks} />
  );
}

const nobody = '';

interface AssigneeProps extends FieldProps<string | null> {
  /** Name of the present assignee, who may no longer be on the list. */
  name: string | null;
}

export function AssigneePicker({ value, name, onPick, ...looks }: AssigneeProps) {
  const choices = useChoices();
  const shown = value === null ? <Unassigned /> : <Person id={value} name={name ?? value} />;
  return (
    <Picker
      label="Assignee"
      value={value ?? nobody}
      shown={shown}
      shownText={value === null ? 'Unassigned' : (name ?? value)}
      options={peopleOptions(choices)}
      onPick={(key) => onPick(key === nobody ? null : key)}
      {...looks}
    />
  );
}

/** Whoever works in the pane comes first, then nobody, then everybody else by name. */
function peopleOptions({ agents, me }: Choices): PickerOption[] {
  const mine = agents.filter((agent) => agent.id === me);
  const others = agents.filter((agent) => agent.id !== me);
  return [
    ...mine.map((agent) => ({ ...personOption(agent), text: `${agent.name}, you` })),
    { key: nobody, text: 'Unassigned', content: <Unassigned /> },
    ...others.map(personOption),
  ];
}

function personOption({ id, name }: { id: string; name: string }): PickerOption {
  return { key: id, text: name, content: <Person id={id} name={name} /> };
}
