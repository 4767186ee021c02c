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
import { metricNames, minuteMetrics, momentMetrics } from '../../../../backend/contracts/ask-terms.ts';
import { metricWords } from '../metric-words.ts';
import { PeriodMenu } from '../period-menu.tsx';
import { FilterChips } from './filter-chips.tsx';
import { periodOfQuery, withMetric, withPeriod } from './query-edits.ts';
import { SplitChip } from './split-chip.tsx';
import { words } from './words.ts';

const useStyles = makeStyles({
  chips: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px', border: 'none', margin: 0, padding: 0 },
  metric: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
});

interface QueryChipsProps {
  query: AskQuery;
  onChange: (query: AskQuery) => void;
}

/** What was understood, part by part; each part can be changed. */
export function QueryChips({ query, onChange }: QueryChipsProps) {
  const styles = useStyles();
  const ofPeriod = query.interval !== undefined || !momentMetrics.includes(query.metric);
  return (
    <fieldset className={styles.chips} aria-label={words.understood}>
      <MetricChip query={query} onChange={onChange} />
      <FilterChips filter={query.filter} onChange={(filter) => onChange({ ...query, filter })} />
      {ofPeriod && (
        <PeriodMenu period={periodOfQuery(query)} onChoose={(period) => onChange(withPeriod(query, period))} />
      )}
      <SplitChip query={query} onChange={onChange} />
    </fieldset>
  );
}

function MetricChip({ query, onChange }: QueryChipsProps) {
  const styles = useStyles();
  const { metric, statistic } = query;
  const isMinutes = minuteMetrics.includes(metric);
  return (
    <Menu
      checkedValues={{ metric: [metric], statistic: [statistic] }}
      onCheckedValueChange={(_, { name, checkedItems: [chosen] }) => {
        const found = metricNames.find((one) => one === chosen);
        if (name === 'metric' && found !== undefined) onChange(withMetric(query, found));
        if (name === 'statistic') onChange({ ...query, statistic: chosen === 'p90' ? 'p90' : 'median' });
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button className={styles.metric} size="small" icon={<ChevronDown12Regular />} iconPosition="after">
          {metricWords[metric].name}
          {isMinutes && `, ${words.statistics[statistic]}`}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label={words.figure}>
          {metricNames.map((one) => (
            <MenuItemRadio key={one} name="metric" value={one}>
              {metricWords[one].name}
            </MenuItemRadio>
          ))}
          {isMinutes && <MenuDivider />}
          {isMinutes &&
            (['median', 'p90'] as const).map((one) => (
              <MenuItemRadio key={one} name="statistic" value={one}>
                {words.statistics[one]}
              </MenuItemRadio>
            ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
