import {
  Button,
  Menu,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from '@fluentui/react-components';
import { Dismiss12Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import { useDirectory } from '../../../session/directory.tsx';
import { words } from '../../../words.ts';
import type { ChoiceKey, Filter, PeriodKey } from '../filter.ts';
import { listWords } from '../words.ts';
import { chosenWords, valueName, valuesOf } from './filter-values.ts';
import { PeriodEditor } from './period-editor.tsx';
import { TextEditor } from './text-editor.tsx';

const useStyles = makeStyles({
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    flexShrink: 0,
    height: '24px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  button: { fontWeight: tokens.fontWeightRegular, whiteSpace: 'nowrap', minWidth: 0, gap: '2px' },
  value: { fontWeight: tokens.fontWeightSemibold, maxWidth: '220px', overflow: 'hidden', textOverflow: 'ellipsis' },
  close: { minWidth: '24px', padding: 0 },
  popover: { maxHeight: '400px', overflowY: 'auto' },
});

interface FilterChipProps {
  name: ChoiceKey | PeriodKey;
  filter: Filter;
  /** Whether it was added just now and opens by itself. */
  fresh: boolean;
  onChange: (filter: Filter) => void;
  /** It closed without saying anything. */
  onLeave: () => void;
}

/** One thing to filter by: what is chosen, and behind it what may be. */
export function FilterChip({ name, filter, fresh, onChange, onLeave }: FilterChipProps) {
  const styles = useStyles();
  const directory = useDirectory();
  const [open, setOpen] = useState(fresh);
  const field = listWords.filter.fields[name];
  const text = chosenWords(name, filter, directory);
  const turn = (opened: boolean) => {
    setOpen(opened);
    if (!opened && filter[name].length === 0) onLeave();
  };
  const trigger = (
    <Button appearance="subtle" size="small" className={styles.button}>
      {field}
      {text !== '' && <span className={styles.value}>&nbsp;{text}</span>}
    </Button>
  );
  const empty = name === 'created' || name === 'updated' || name === 'due' ? '' : [];
  return (
    <span className={styles.chip}>
      <Editor name={name} filter={filter} open={open} onOpen={turn} onChange={onChange} trigger={trigger} />
      <Button
        appearance="transparent"
        size="small"
        className={styles.close}
        icon={<Dismiss12Regular />}
        aria-label={words.list.removeFilter(field)}
        onClick={() => {
          onLeave();
          onChange({ ...filter, [name]: empty });
        }}
      />
    </span>
  );
}

interface EditorProps {
  name: ChoiceKey | PeriodKey;
  filter: Filter;
  open: boolean;
  onOpen: (open: boolean) => void;
  onChange: (filter: Filter) => void;
  trigger: React.JSX.Element;
}

function Editor({ name, filter, open, onOpen, onChange, trigger }: EditorProps) {
  const styles = useStyles();
  const directory = useDirectory();
  const field = listWords.filter.fields[name];
  const isPeriod = name === 'created' || name === 'updated' || name === 'due';
  const values = isPeriod ? null : valuesOf(name, directory);
  if (!isPeriod && values !== null) {
    return (
      <Menu
        open={open}
        onOpenChange={(_, data) => onOpen(data.open)}
        checkedValues={{ [name]: [...filter[name]] }}
        onCheckedValueChange={(_, data) => onChange({ ...filter, [name]: data.checkedItems })}
      >
        <MenuTrigger>{trigger}</MenuTrigger>
        <MenuPopover className={styles.popover}>
          <MenuList aria-label={words.list.anyOf(field)}>
            {values.map((value) => (
              <MenuItemCheckbox key={value} name={name} value={value}>
                {valueName(name, value, directory)}
              </MenuItemCheckbox>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    );
  }
  return (
    <Popover open={open} onOpenChange={(_, data) => onOpen(data.open)} trapFocus positioning="below-start">
      <PopoverTrigger>{trigger}</PopoverTrigger>
      <PopoverSurface aria-label={field}>
        {isPeriod ? (
          <PeriodEditor
            name={name}
            value={filter[name]}
            onChoose={(text) => {
              onChange({ ...filter, [name]: text });
              onOpen(false);
            }}
          />
        ) : (
          <TextEditor name={name} values={filter[name]} onChange={(list) => onChange({ ...filter, [name]: list })} />
        )}
      </PopoverSurface>
    </Popover>
  );
}
