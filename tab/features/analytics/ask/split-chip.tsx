import {
  Button,
  Menu,
  MenuDivider,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ChevronDown12Regular } from '@fluentui/react-icons/svg/chevron-down';
import type { AskQuery } from '../../../../backend/contracts/ask.ts';
import { caseGroupings, trendMetrics } from '../../../../backend/contracts/ask-terms.ts';
import { useSession } from '../../../session/session.ts';
import { splitOf, withSplit } from './query-edits.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  button: { fontWeight: tokens.fontWeightRegular, whiteSpace: 'nowrap' },
});

const intervals = ['hour', 'day', 'week', 'month'] as const;

/** Whether the figure is split, by a field or over time. */
export function SplitChip({ query, onChange }: { query: AskQuery; onChange: (query: AskQuery) => void }) {
  const styles = useStyles();
  const { me } = useSession();
  const { by, interval, top, order } = query;
  // Figures of other people are for managers.
  const fields = caseGroupings.filter((field) => field !== 'assignee' || me.role !== 'agent');
  const shown = interval !== undefined ? words.each[interval] : by === undefined ? words.whole : words.by[by];
  return (
    <Menu
      checkedValues={{ split: [splitOf(query)] }}
      onCheckedValueChange={(_, { checkedItems: [chosen] }) => {
        if (chosen !== undefined) onChange(withSplit(query, chosen));
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button className={styles.button} size="small" icon={<ChevronDown12Regular />} iconPosition="after">
          {shown}
          {top !== undefined && `, ${words.top(top, order ?? 'most')}`}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label={words.split}>
          <MenuItemRadio name="split" value="none">
            {words.whole}
          </MenuItemRadio>
          <MenuDivider />
          {fields.map((field) => (
            <MenuItemRadio key={field} name="split" value={`by:${field}`}>
              {words.by[field]}
            </MenuItemRadio>
          ))}
          {trendMetrics.includes(query.metric) && <MenuDivider />}
          {trendMetrics.includes(query.metric) &&
            intervals.map((each) => (
              <MenuItemRadio key={each} name="split" value={`each:${each}`}>
                {words.each[each]}
              </MenuItemRadio>
            ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
