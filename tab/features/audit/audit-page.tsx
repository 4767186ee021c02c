import {
  Button,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Skeleton,
  SkeletonItem,
  tokens,
} from '@fluentui/react-components';
import { CalendarClock16Regular } from '@fluentui/react-icons/svg/calendar-clock';
import { Filter16Regular } from '@fluentui/react-icons/svg/filter';
import { Person16Regular } from '@fluentui/react-icons/svg/person';
import type { ReactElement } from 'react';
import type { AuditList } from '../../../backend/contracts/audit.ts';
import type { PageProps } from '../../page-props.ts';
import { ProblemBar } from '../../shell/problem-bar.tsx';
import { AuditTable } from './audit-table.tsx';
import { type AuditFilter, periods, useAudit } from './use-audit.ts';
import { words } from './words.ts';

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
  loading: { display: 'grid', gap: '8px' },
  empty: { padding: '24px 0', textAlign: 'center' },
});

/** Who did what that somebody may have to account for. */
export default function AuditPage({ place, goTo }: PageProps) {
  const styles = useStyles();
  const filter: AuditFilter = {
    kind: keyOf(words.kinds, place.kind) ?? null,
    actor: place.actor ?? null,
    period: keyOf(periods, place.period) ?? 'month',
  };
  const { list, error, reload, loadMore, loadingMore } = useAudit(filter);
  const change = (part: Record<string, string>) =>
    goTo(Object.fromEntries(Object.entries({ ...place, ...part }).filter(([, value]) => value !== '')));
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title}>{words.title}</h1>
        <span className={styles.quiet}>{words.lead}</span>
        <span className={styles.space} />
        {list !== null && (
          <span className={styles.quiet} role="status">
            {words.sum(list.total)}
          </span>
        )}
        <Choice
          name={words.kind}
          icon={<Filter16Regular />}
          chosen={filter.kind ?? ''}
          options={{ '': words.allKinds, ...words.kinds }}
          onChoose={(kind) => change({ kind })}
        />
        <Choice
          name={words.columns.actor}
          icon={<Person16Regular />}
          chosen={filter.actor ?? ''}
          options={peopleOf(list, filter.actor)}
          onChoose={(actor) => change({ actor })}
        />
        <Choice
          name={words.period}
          icon={<CalendarClock16Regular />}
          chosen={filter.period}
          options={words.periods}
          onChoose={(period) => change({ period: period === 'month' ? '' : period })}
        />
      </div>
      {error !== null && <ProblemBar what={words.notLoaded} error={error} onRetry={reload} />}
      {list === null && error === null && <AuditSkeleton />}
      {list !== null && list.items.length > 0 && <AuditTable entries={list.items} />}
      {list?.next !== undefined && (
        <div>
          <Button size="small" disabled={loadingMore} onClick={loadMore}>
            {words.more}
          </Button>
        </div>
      )}
      {list?.items.length === 0 && (
        <div className={styles.empty}>
          <p>{words.none}</p>
          <p className={styles.quiet}>{words.noneLead}</p>
          <Button size="small" onClick={() => goTo({})}>
            {words.clear}
          </Button>
        </div>
      )}
    </div>
  );
}

function keyOf<T extends object>(table: T, word: string | undefined): keyof T | undefined {
  return (Object.keys(table) as (keyof T)[]).find((key) => key === word);
}

/** Whoever occurs in what is shown; whoever was chosen stays to be unchosen. */
function peopleOf(list: AuditList | null, chosen: string | null): Record<string, string> {
  const people = Object.fromEntries((list?.items ?? []).map(({ actor }) => [actor.id, words.by(actor.name)]));
  return { '': words.allPeople, ...(chosen !== null && { [chosen]: words.by(chosen) }), ...people };
}

interface ChoiceProps {
  name: string;
  icon: ReactElement;
  chosen: string;
  /** Names by key, in their order. */
  options: Record<string, string>;
  onChoose: (key: string) => void;
}

function Choice({ name, icon, chosen, options, onChoose }: ChoiceProps) {
  return (
    <Menu
      checkedValues={{ [name]: [chosen] }}
      onCheckedValueChange={(_, data) => onChoose(data.checkedItems[0] ?? chosen)}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" icon={icon} aria-label={`${name}: ${options[chosen] ?? chosen}`}>
          {options[chosen] ?? chosen}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label={name}>
          {Object.entries(options).map(([key, text]) => (
            <MenuItemRadio key={key} name={name} value={key}>
              {text}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function AuditSkeleton() {
  const styles = useStyles();
  return (
    <Skeleton className={styles.loading} aria-label={words.loading}>
      {Array.from({ length: 8 }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike.
        <SkeletonItem key={line} size={24} />
      ))}
    </Skeleton>
  );
}
