import {
  Button,
  Input,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  Skeleton,
  SkeletonItem,
  ToggleButton,
  tokens,
} from '@fluentui/react-components';
import { CalendarClock16Regular } from '@fluentui/react-icons/svg/calendar-clock';
import { Search16Regular } from '@fluentui/react-icons/svg/search';
import { useEffect, useState } from 'react';
import type { Fate, FateList } from '../../../../backend/contracts/fates.ts';
import type { PageProps } from '../../../page-props.ts';
import { ProblemBar } from '../../../shell/problem-bar.tsx';
import { words } from '../words.ts';
import { FateTable } from './fate-table.tsx';
import { Heartbeats } from './heartbeats.tsx';
import { PendingMails } from './pending-mails.tsx';
import { type Period, periods, useFates } from './use-fates.ts';

/** In the order of the facets. */
const becameKeys = Object.keys(words.fates.facets) as Fate['became'][];

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px', padding: '10px 20px 20px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', minHeight: '36px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  space: { flexGrow: 1 },
  search: { width: '240px' },
  count: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums', marginLeft: '6px' },
  facet: { fontWeight: tokens.fontWeightRegular },
  chosen: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke1}`,
  },
  loading: { display: 'grid', gap: '8px' },
  empty: { padding: '24px 0', textAlign: 'center' },
});

/** Did a mail arrive, what became of it, and is any mailbox silent. */
export default function FatesPage({ place, goTo }: PageProps) {
  const styles = useStyles();
  const filter = {
    became: becameKeys.filter((key) => (place.became ?? '').split(',').includes(key)),
    period: periodOf(place.period),
    q: place.find ?? '',
  };
  const { list, hearts, error, reload, loadMore, loadingMore } = useFates(filter);
  const change = (part: Record<string, string>) =>
    goTo(Object.fromEntries(Object.entries({ ...place, ...part }).filter(([, value]) => value !== '')));
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title}>{words.fates.title}</h1>
        <span className={styles.quiet}>{words.fates.lead}</span>
        <span className={styles.space} />
        <Search q={filter.q} onSearch={(find) => change({ find })} />
        <PeriodMenu period={filter.period} onChoose={(period) => change({ period: period === 'day' ? '' : period })} />
      </div>
      {hearts !== null && hearts.length > 0 && <Heartbeats hearts={hearts} />}
      {list !== null && (
        <Facets list={list} chosen={filter.became} onChoose={(became) => change({ became: became.join(',') })} />
      )}
      {error !== null && <ProblemBar what={words.fates.notLoaded} error={error} onRetry={reload} />}
      {list !== null && list.pending.items.length > 0 && <PendingMails pending={list.pending} />}
      {list === null && error === null && <FatesSkeleton />}
      {list !== null && list.items.length > 0 && <FateTable fates={list.items} onChanged={reload} />}
      {list?.items.length === 0 && (
        <div className={styles.empty}>
          <h2 className={styles.title}>{words.fates.none}</h2>
          <p>{words.fates.noneLead}</p>
          <Button onClick={() => goTo({})}>{words.fates.clear}</Button>
        </div>
      )}
      {list?.next !== undefined && (
        <div>
          <Button disabledFocusable={loadingMore} onClick={loadMore}>
            {words.fates.more}
          </Button>
        </div>
      )}
    </div>
  );
}

function periodOf(word: string | undefined): Period {
  return (Object.keys(periods) as Period[]).find((key) => key === word) ?? 'day';
}

/** The words are sent on when the typing rests. */
function Search({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const styles = useStyles();
  const [text, setText] = useState(q);
  useEffect(() => setText(q), [q]);
  return (
    <Input
      className={styles.search}
      size="small"
      type="search"
      aria-label={words.fates.search}
      placeholder={words.fates.search}
      contentBefore={<Search16Regular />}
      value={text}
      onChange={(_, data) => {
        setText(data.value);
        if (data.value === '') onSearch('');
      }}
      onBlur={() => text !== q && onSearch(text.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onSearch(text.trim());
      }}
    />
  );
}

function PeriodMenu({ period, onChoose }: { period: Period; onChoose: (period: Period) => void }) {
  const names = words.fates.periods;
  return (
    <Menu
      checkedValues={{ period: [period] }}
      onCheckedValueChange={(_, data) => onChoose(periodOf(data.checkedItems[0]))}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" icon={<CalendarClock16Regular />}>
          {names[period]}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label={words.fates.period}>
          {(Object.keys(periods) as Period[]).map((key) => (
            <MenuItemRadio key={key} name="period" value={key}>
              {names[key]}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

interface FacetsProps {
  list: FateList;
  chosen: Fate['became'][];
  onChoose: (became: Fate['became'][]) => void;
}

/** What became of the mails, with counts that add up to all of them. */
function Facets({ list, chosen, onChoose }: FacetsProps) {
  const styles = useStyles();
  const { counts } = list;
  const all = becameKeys.reduce((sum, key) => sum + (counts[key] ?? 0), 0);
  const turn = (key: Fate['became']) =>
    onChoose(chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key]);
  return (
    <fieldset className={styles.head} style={{ border: 'none', margin: 0, padding: 0 }} aria-label={words.fates.kinds}>
      <ToggleButton
        size="small"
        className={mergeClasses(styles.facet, chosen.length === 0 && styles.chosen)}
        checked={chosen.length === 0}
        onClick={() => onChoose([])}
      >
        {words.fates.all}
        <span className={styles.count}>{all}</span>
      </ToggleButton>
      {becameKeys
        .filter((key) => (counts[key] ?? 0) > 0 || chosen.includes(key))
        .map((key) => (
          <ToggleButton
            key={key}
            size="small"
            className={mergeClasses(styles.facet, chosen.includes(key) && styles.chosen)}
            checked={chosen.includes(key)}
            onClick={() => turn(key)}
          >
            {words.fates.facets[key]}
            <span className={styles.count}>{counts[key] ?? 0}</span>
          </ToggleButton>
        ))}
      <span className={styles.space} />
      <span className={styles.quiet} role="status">
        {words.fates.sum(all)}
        {!list.complete && ` · ${words.fates.incomplete}`}
      </span>
    </fieldset>
  );
}

function FatesSkeleton() {
  const styles = useStyles();
  return (
    <Skeleton className={styles.loading} aria-label={words.fates.loading}>
      {Array.from({ length: 10 }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike.
        <SkeletonItem key={line} size={24} />
      ))}
    </Skeleton>
  );
}
