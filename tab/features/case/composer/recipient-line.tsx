import { Button, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Dismiss12Regular } from '@fluentui/react-icons/svg/dismiss';
import { PersonAdd16Regular } from '@fluentui/react-icons/svg/person-add';
import { PersonDelete16Regular } from '@fluentui/react-icons/svg/person-delete';
import { useState } from 'react';
import type { ReplyCheck } from '../../../../backend/contracts/reply.ts';
import { TextButton } from '../../../shell/text-button.tsx';
import type { Person } from './use-reply.ts';
import { composerWords as words } from './words.ts';

type CheckedPerson = ReplyCheck['to'][number];

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '6px',
    minWidth: 0,
    margin: 0,
    padding: 0,
    border: 'none',
  },
  name: { color: tokens.colorNeutralForeground3, width: '20px', flexShrink: 0 },
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    maxWidth: '100%',
    minHeight: '24px',
    padding: '0 2px 0 8px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  added: { border: `1px solid ${tokens.colorStatusWarningBorderActive}`, color: tokens.colorStatusWarningForeground1 },
  dropped: { border: `1px dashed ${tokens.colorNeutralStroke1Pressed}`, paddingRight: '8px' },
  struck: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground3 },
  remove: { minWidth: '20px', padding: 0 },
  input: { minWidth: '150px', flexGrow: 1, maxWidth: '240px' },
});

interface RecipientLineProps {
  name: string;
  people: Person[];
  check: ReplyCheck | null;
  /** Those who were on the last mail in this place and are no longer. */
  dropped: Person[];
  onChange: (people: Person[]) => void;
  onPutBack: (person: Person) => void;
}

/** Who stands in To or Cc: new ones are marked, dropped ones can be put back. */
export function RecipientLine({ name, people, check, dropped, onChange, onPutBack }: RecipientLineProps) {
  const styles = useStyles();
  return (
    <fieldset className={styles.line} aria-label={name}>
      <span className={styles.name} aria-hidden>
        {name}
      </span>
      {people.map((person) => (
        <Chip
          key={person.email}
          person={person}
          added={check?.added.find(({ email }) => email === person.email)}
          check={check}
          onRemove={() => onChange(people.filter(({ email }) => email !== person.email))}
        />
      ))}
      {dropped.map((person) => (
        <span key={person.email} className={mergeClasses(styles.chip, styles.dropped)}>
          <PersonDelete16Regular />
          <span className={styles.struck}>{person.name || person.email}</span>
          <TextButton onClick={() => onPutBack(person)}>{words.putBack}</TextButton>
        </span>
      ))}
      <AddPerson name={name} onAdd={(person) => onChange([...people, person])} />
    </fieldset>
  );
}

interface ChipProps {
  person: Person;
  added: CheckedPerson | undefined;
  check: ReplyCheck | null;
  onRemove: () => void;
}

function Chip({ person, added, check, onRemove }: ChipProps) {
  const styles = useStyles();
  const other = check?.otherCases[person.email];
  const cameBack = [...(check?.to ?? []), ...(check?.cc ?? [])].some(
    ({ email, undeliverable }) => email === person.email && undeliverable,
  );
  const mark = [
    added === undefined ? '' : words.newHere,
    other === undefined ? '' : words.ownsCase(other),
    cameBack ? words.cameBack : '',
  ].filter(Boolean);
  return (
    <span className={mergeClasses(styles.chip, mark.length > 0 && styles.added)} title={person.email}>
      {added !== undefined && <PersonAdd16Regular />}
      <span>{person.name || person.email}</span>
      {mark.length > 0 && <span>{mark.join(', ')}</span>}
      <Button
        className={styles.remove}
        appearance="transparent"
        size="small"
        icon={<Dismiss12Regular />}
        aria-label={words.remove(person.name || person.email)}
        onClick={onRemove}
      />
    </span>
  );
}

function AddPerson({ name, onAdd }: { name: string; onAdd: (person: Person) => void }) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const take = () => {
    const email = text.trim().replace(/[,;]$/, '');
    if (!/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(email)) return false;
    onAdd({ email, name: '' });
    setText('');
    return true;
  };
  return (
    <Input
      className={styles.input}
      size="small"
      appearance="underline"
      type="email"
      aria-label={words.add(name)}
      placeholder={words.addHint}
      value={text}
      onChange={(_, data) => setText(data.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || !['Enter', ',', ';'].includes(event.key)) return;
        event.preventDefault();
        take();
      }}
    />
  );
}
