import {
  Button,
  Menu,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { Dismiss12Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import { priorityWords, sentimentWords } from '../../../ui/words.ts';
import { useDirectory } from '../../session/directory.tsx';
import type { Directory } from '../../session/directory-names.ts';
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
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '24px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  field: { fontWeight: tokens.fontWeightRegular, minWidth: 0, gap: '4px', whiteSpace: 'nowrap' },
  values: { fontWeight: tokens.fontWeightSemibold, maxWidth: '200px', overflow: 'hidden', textOverflow: 'ellipsis' },
  close: { minWidth: '24px', padding: 0 },
  add: { fontWeight: tokens.fontWeightRegular, minWidth: 'auto' },
  popover: { maxHeight: '360px' },
});

/** Values that can be chosen; of the rest only what the address brought along is shown. */
function valuesOf(field: WhereField, directory: Directory): readonly string[] {
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
        <Chip
          key={field}
          field={field}
          chosen={where[field] ?? []}
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

interface ChipProps {
  field: WhereField;
  chosen: string[];
  /** Was just added, so its values are open to choose from. */
  isFresh: boolean;
  onSet: (values: string[]) => void;
  onClosed: () => void;
}

function Chip({ field, chosen, isFresh, onSet, onClosed }: ChipProps) {
  const styles = useStyles();
  const directory = useDirectory();
  const [open, setOpen] = useState(isFresh);
  const name = words.fields[field];
  const values = [...new Set([...valuesOf(field, directory), ...chosen])];
  return (
    <span className={styles.chip}>
      <Menu
        open={open}
        onOpenChange={(_, data) => {
          setOpen(data.open);
          if (!data.open) onClosed();
        }}
        checkedValues={{ [field]: chosen }}
        onCheckedValueChange={(_, data) => onSet(data.checkedItems)}
      >
        <MenuTrigger disableButtonEnhancement>
          <Button className={styles.field} appearance="transparent" size="small">
            {name}
            <span className={styles.values}>
              {chosen.map((value) => valueName(field, value, directory)).join(', ')}
            </span>
          </Button>
        </MenuTrigger>
        <MenuPopover className={styles.popover}>
          <MenuList aria-label={words.anyOf(name)}>
            {values.map((value) => (
              <MenuItemCheckbox key={value} name={field} value={value}>
                {valueName(field, value, directory)}
              </MenuItemCheckbox>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      {chosen.length > 0 && (
        <Button
          className={styles.close}
          appearance="transparent"
          size="small"
          icon={<Dismiss12Regular />}
          aria-label={words.remove(name)}
          onClick={() => onSet([])}
        />
      )}
    </span>
  );
}
