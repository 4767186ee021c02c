import { makeStyles } from '@fluentui/react-components';
import type { Case } from '../../../backend/contracts/case.ts';
import { type Mood, MoodLabel } from '../../../ui/mood.tsx';
import { Person, Unassigned } from '../../../ui/person.tsx';
import { type Priority, PriorityLabel } from '../../../ui/priority.tsx';
import { StatusLabel } from '../../../ui/status.tsx';
import { priorityWords, sentimentWords } from '../../../ui/words.ts';
import { useDirectory } from '../../session/directory.tsx';
import type { Directory } from '../../session/directory-names.ts';
import { words } from '../../words.ts';
import { AnalystNote } from './analyst-note.tsx';
import { ComplaintChip } from './complaint-chip.tsx';
import { FieldMenu, type FieldOption } from './field-menu.tsx';
import { type FieldChange, fieldNames, fieldValue, fieldWord, type MenuField, valueWord } from './field-words.ts';
import { TagEditor } from './tag-editor.tsx';

const useStyles = makeStyles({
  fields: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 14px' },
});

interface CaseFieldsProps {
  value: Case;
  open: MenuField | null;
  onOpen: (field: MenuField | null) => void;
  onChange: (change: FieldChange) => void;
}

/** What may be changed through menus, then what is only said. */
export function CaseFields({ value, open, onOpen, onChange }: CaseFieldsProps) {
  const styles = useStyles();
  const directory = useDirectory();
  return (
    <div className={styles.fields}>
      {fieldNames.map((field) => (
        <FieldMenu
          key={field}
          name={fieldWord(field)}
          shown={shownValue(field, value, directory)}
          value={fieldValue(value, field)}
          options={optionsOf(field, value, directory)}
          editable={isEditable(field, value)}
          open={open === field}
          onOpen={(opened) => onOpen(opened ? field : null)}
          onChoose={(chosen) => onChange({ field, value: chosen })}
        />
      ))}
      <ComplaintChip value={value} onChange={onChange} />
      <TagEditor value={value} onChange={(tags) => onChange({ field: 'tags', value: tags })} />
      {value.ai !== null && <AnalystNote value={value} analysis={value.ai} onChange={onChange} />}
    </div>
  );
}

function isEditable(field: MenuField, { actions, nextStatuses }: Case): boolean {
  if (field === 'status') return actions.includes('set_status') && nextStatuses.length > 0;
  if (field === 'priority') return actions.includes('set_priority');
  return actions.includes(field === 'assignee' ? 'assign' : 'edit');
}

function shownValue(field: MenuField, value: Case, directory: Directory) {
  if (field === 'status') return <StatusLabel status={value.status} />;
  if (field === 'priority') return <PriorityLabel priority={value.priority} />;
  if (field === 'sentiment') return <MoodLabel mood={value.sentiment} />;
  if (field !== 'assignee') return <span>{valueWord(field, fieldValue(value, field), directory)}</span>;
  if (value.assignee === null) return <Unassigned />;
  return <Person id={value.assignee} name={value.assigneeName ?? value.assignee} />;
}

function optionsOf(field: MenuField, value: Case, directory: Directory): FieldOption[] {
  if (field === 'status') {
    return [value.status, ...value.nextStatuses].map((each) => ({ value: each, label: <StatusLabel status={each} /> }));
  }
  if (field === 'priority') {
    return (Object.keys(priorityWords) as Priority[]).map((each) => ({
      value: each,
      label: <PriorityLabel priority={each} />,
    }));
  }
  if (field === 'sentiment') {
    return (Object.keys(sentimentWords) as Mood[]).map((each) => ({ value: each, label: <MoodLabel mood={each} /> }));
  }
  if (field === 'category')
    return withCurrent(
      value.category,
      directory.categories.map(({ id, name, depth }) => ({ value: id, label: name, depth })),
      directory,
    );
  if (field === 'team') {
    return [
      { value: null, label: words.case.noTeam },
      ...directory.teams.map(({ id, name }) => ({ value: id, label: name })),
    ];
  }
  return [
    { value: null, label: <Unassigned /> },
    ...directory.agents.map(({ id, name }) => ({ value: id, label: <Person id={id} name={name} /> })),
  ];
}

/** A category that the tree no longer has can still be kept. */
function withCurrent(key: string, options: FieldOption[], directory: Directory): FieldOption[] {
  if (options.some((option) => option.value === key)) return options;
  return [{ value: key, label: valueWord('category', key, directory) }, ...options];
}
