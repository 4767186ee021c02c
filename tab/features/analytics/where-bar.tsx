import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import { priorityWords, sentimentWords } from '../../../ui/words.ts';
import { useDirectory } from '../../session/directory.tsx';
import type { Directory } from '../../session/directory-names.ts';
import { ChoiceChip } from './choice-chip.tsx';
import { valueName } from './group-names.ts';
import { type Where, type WhereField, whereFields } from './where.ts';
import { analyticsWords } from './words.ts';

const words = analyticsWords.where;

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '6px',
    minWidth: 0,
    border: 'none',
    margin: 0,
    padding: 0,
  },
  add: { fontWeight: tokens.fontWeightRegular, minWidth: 'auto' },
});

/** Values that can be chosen; of the rest only what the address brought along is shown. */
export function valuesOf(field: WhereField, directory: Directory): readonly string[] {
  switch (field) {
    case 'team':
      return [...directory.teams.map(({ id }) => id), 'none'];
    case 'assignee':
      return ['me', ...directory.agents.map(({ id }) => id), 'none'];
    case 'category':
      return directory.categories.map(({ id }) => id);
    case 'priority':
      return Object.keys(priorityWords);
    case 'sentiment':
      return Object.keys(sentimentWords);
    case 'source':
      return Object.keys(words.sources);
    case 'language':
      return ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'];
    default:
      return [];
  }
}

interface WhereBarProps {
  where: Where;
  onChange: (where: Where) => void;
}

/** Which cases the figures are about: a chip for each field that is narrowed, and a way to narrow another. */
export function WhereBar({ where, onChange }: WhereBarProps) {
  const styles = useStyles();
  const directory = useDirectory();
  const [fresh, setFresh] = useState<WhereField | null>(null);
  const shown = whereFields.filter((field) => where[field] !== undefined || field === fresh);
  const others = whereFields.filter((field) => !shown.includes(field) && valuesOf(field, directory).length > 0);
  const set = (field: WhereField, values: string[]) => {
    const { [field]: _, ...rest } = where;
    onChange(values.length === 0 ? rest : { ...rest, [field]: values });
  };
  return (
    <fieldset className={styles.bar} aria-label={words.label}>
      {shown.map((field) => (
        <ChoiceChip
          key={field}
          name={words.fields[field]}
          values={valuesOf(field, directory)}
          chosen={where[field] ?? []}
          nameOf={(value) => valueName(field, value, directory)}
          isFresh={field === fresh}
          onSet={(values) => set(field, values)}
          onClosed={() => setFresh(null)}
        />
      ))}
      {others.length > 0 && (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button className={styles.add} appearance="subtle" size="small" icon={<Add16Regular />}>
              {words.add}
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {others.map((field) => (
                <MenuItem key={field} onClick={() => setFresh(field)}>
                  {words.fields[field]}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
    </fieldset>
  );
}
