import {
  Button,
  Menu,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { ChevronDown12Regular } from '@fluentui/react-icons/svg/chevron-down';
import { Dismiss12Regular } from '@fluentui/react-icons/svg/dismiss';
import { priorityWords, statusWords } from '../../../ui/words.ts';
import { useDirectory } from '../../session/directory.tsx';
import { agentName, categoryName, type Directory } from '../../session/directory-names.ts';
import { words } from '../../words.ts';
import { type Filter, priorities, statuses } from './filter.ts';

export const filterNames = ['status', 'priority', 'category', 'assignee'] as const;
type FilterName = (typeof filterNames)[number];

const useStyles = makeStyles({
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    flexShrink: 0,
    height: '24px',
    borderRadius: tokens.borderRadiusMedium,
  },
  on: { border: `1px solid ${tokens.colorNeutralStroke1}`, backgroundColor: tokens.colorNeutralBackground3 },
  button: { fontWeight: tokens.fontWeightRegular, whiteSpace: 'nowrap', minWidth: 0, gap: '2px' },
  value: { fontWeight: tokens.fontWeightSemibold, maxWidth: '220px', overflow: 'hidden', textOverflow: 'ellipsis' },
  close: { minWidth: '24px', padding: 0 },
  popover: { maxHeight: '400px' },
});

interface FilterChipProps {
  name: FilterName;
  filter: Filter;
  onChange: (filter: Filter) => void;
}

/** One thing to filter by: a menu of its values, and what is chosen. */
export function FilterChip({ name, filter, onChange }: FilterChipProps) {
  const styles = useStyles();
  const directory = useDirectory();
  const chosen: readonly string[] = filter[name];
  const field = words.fields[name] ?? name;
  const set = (values: string[]) => onChange({ ...filter, [name]: values });
  const names = chosen.map((value) => valueName(name, value, directory)).join(', ');
  return (
    <span className={mergeClasses(styles.chip, chosen.length > 0 && styles.on)}>
      <Menu checkedValues={{ [name]: [...chosen] }} onCheckedValueChange={(_, data) => set(data.checkedItems)}>
        <MenuTrigger>
          <Button
            appearance="subtle"
            size="small"
            className={styles.button}
            icon={chosen.length === 0 ? <ChevronDown12Regular /> : null}
            iconPosition="after"
          >
            {field}
            {chosen.length > 0 && <span className={styles.value}>&nbsp;{names}</span>}
          </Button>
        </MenuTrigger>
        <MenuPopover className={styles.popover}>
          <MenuList aria-label={words.list.anyOf(field)}>
            {valuesOf(name, directory).map((value) => (
              <MenuItemCheckbox key={value} name={name} value={value}>
                {valueName(name, value, directory)}
              </MenuItemCheckbox>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      {chosen.length > 0 && (
        <Button
          appearance="transparent"
          size="small"
          className={styles.close}
          icon={<Dismiss12Regular />}
          aria-label={words.list.removeFilter(field)}
          onClick={() => set([])}
        />
      )}
    </span>
  );
}

function valuesOf(name: FilterName, directory: Directory): readonly string[] {
  if (name === 'status') return statuses;
  if (name === 'priority') return priorities;
  if (name === 'category') return directory.categories.map((each) => each.id);
  return ['me', 'none', ...directory.agents.map((each) => each.id)];
}

function valueName(name: FilterName, value: string, directory: Directory): string {
  if (name === 'status') return statusWords[value as keyof typeof statusWords];
  if (name === 'priority') return priorityWords[value as keyof typeof priorityWords];
  if (name === 'category') return categoryName(directory, value);
  if (value === 'me') return words.list.me;
  return value === 'none' ? words.views.unassigned : agentName(directory, value);
}
