import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
} from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { type RefObject, useState } from 'react';
import { useNavigation } from '../../../navigation.tsx';
import { useKeys } from '../../../shell/keys.ts';
import { useWidth } from '../../../shell/width.ts';
import { words } from '../../../words.ts';
import {
  type ChoiceKey,
  choiceKeys,
  type Filter,
  filterOfView,
  isNarrowed,
  narrowedBy,
  type PeriodKey,
  periodKeys,
} from '../filter.ts';
import { listWords } from '../words.ts';
import { ExactChip } from './exact-chip.tsx';
import { FilterChip } from './filter-chip.tsx';
import { QueryBox } from './query-box.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '6px 8px',
    flexShrink: 0,
    minHeight: '34px',
    padding: '0 20px 8px',
  },
  phone: { padding: '0 16px 8px', flexWrap: 'nowrap', overflowX: 'auto' },
  space: { flexGrow: 1 },
  small: { whiteSpace: 'nowrap', flexShrink: 0 },
});

/** The same filter twice: as a line of text and as chips. */
export function FilterBar({ queryRef }: { queryRef: RefObject<HTMLInputElement | null> }) {
  const styles = useStyles();
  const phone = useWidth() === 'phone';
  const { route, go } = useNavigation();
  const { filter } = route;
  const [added, setAdded] = useState<ChoiceKey | PeriodKey | null>(null);
  const change = (to: Filter) => go({ filter: to, caseId: null });
  useKeys({ f: () => (queryRef.current === null ? false : queryRef.current.focus()) });
  const shown = narrowedBy(filter);
  const chips = added === null || shown.includes(added) ? shown : [...shown, added];
  return (
    <section className={mergeClasses(styles.bar, phone && styles.phone)} aria-label={words.list.filters}>
      {!phone && <QueryBox filter={filter} queryRef={queryRef} onChange={change} />}
      {chips.map((name) => (
        <FilterChip
          key={name}
          name={name}
          filter={filter}
          fresh={name === added}
          onChange={change}
          onLeave={() => setAdded(null)}
        />
      ))}
      {Object.keys(filter.exact).length > 0 && (
        <ExactChip exact={filter.exact} onRemove={() => change({ ...filter, exact: {} })} />
      )}
      <AddFilter without={chips} onAdd={setAdded} />
      <span className={styles.space} />
      {isNarrowed(filter) && (
        <Button
          appearance="subtle"
          size="small"
          className={styles.small}
          onClick={() => {
            setAdded(null);
            change({ ...filterOfView(filter.view), sort: filter.sort });
          }}
        >
          {words.list.clear}
        </Button>
      )}
    </section>
  );
}

interface AddFilterProps {
  without: (ChoiceKey | PeriodKey)[];
  onAdd: (name: ChoiceKey | PeriodKey) => void;
}

function AddFilter({ without, onAdd }: AddFilterProps) {
  const styles = useStyles();
  const left = [...choiceKeys, ...periodKeys].filter((name) => !without.includes(name));
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" size="small" className={styles.small} icon={<Add16Regular />}>
          {listWords.filter.add}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label={listWords.filter.add}>
          {left.map((name) => (
            <MenuItem key={name} onClick={() => onAdd(name)}>
              {listWords.filter.fields[name]}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
