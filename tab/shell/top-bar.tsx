import {
  Button,
  Input,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { Search16Regular } from '@fluentui/react-icons/svg/search';
import { type Ref, useEffect, useState } from 'react';
import type { Me } from '../../backend/contracts/settings.ts';
import { Face, Person } from '../../ui/person.tsx';
import { filterOfView } from '../features/cases/filter.ts';
import { useNavigation, useRouteLink } from '../navigation.tsx';
import { pagesFor } from '../pages.tsx';
import type { PageKey } from '../route.ts';
import { useSession } from '../session/session.ts';
import { words } from '../words.ts';
import { useFocusRing } from './focus-ring.ts';
import { useWidth } from './width.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '20px',
    height: '48px',
    flexShrink: 0,
    padding: '0 20px 0 15px',
    boxSizing: 'border-box',
    '@media (max-width: 639px)': { gap: '10px', padding: '0 12px' },
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  mark: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase300,
  },
  tabs: { display: 'flex', alignSelf: 'stretch', gap: '16px', minWidth: 0, overflowX: 'auto', scrollbarWidth: 'none' },
  tab: {
    display: 'flex',
    alignItems: 'center',
    padding: '0 4px',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase300,
    borderBottom: '3px solid transparent',
    borderTop: '3px solid transparent',
  },
  here: { fontWeight: tokens.fontWeightSemibold, borderBottomColor: tokens.colorCompoundBrandStroke },
  space: { flexGrow: 1 },
  who: { fontWeight: tokens.fontWeightRegular, minWidth: 0, padding: '2px 4px', flexShrink: 0 },
  search: { width: '230px', minWidth: '96px', flexShrink: 1, '@media (max-width: 639px)': { width: '96px' } },
  key: {
    padding: '0 5px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
});

export function TopBar({ searchRef }: { searchRef: Ref<HTMLInputElement> }) {
  const styles = useStyles();
  const ring = useFocusRing();
  const width = useWidth();
  const { route } = useNavigation();
  const link = useRouteLink();
  const { me } = useSession();
  return (
    <header className={styles.bar}>
      <span className={styles.mark}>
        <Mark />
        {width !== 'phone' && words.product}
      </span>
      <nav className={styles.tabs} aria-label={words.tabs.label}>
        {tabsFor(me.role).map((page) => (
          <a
            key={page ?? 'cases'}
            {...link({ ...(page !== undefined && { page }), filter: route.filter, caseId: null })}
            className={mergeClasses(styles.tab, page === route.page && styles.here, ring)}
            {...(page === route.page && { 'aria-current': 'page' as const, ref: intoView })}
          >
            {words.tabs[page ?? 'cases']}
          </a>
        ))}
      </nav>
      <span className={styles.space} />
      <SearchBox searchRef={searchRef} />
      <Who />
    </header>
  );
}

/** A person's own work stands before the cases of all; undefined is the cases. Asking has its box and its key instead of a tab. */
function tabsFor(role: Me['role']): (PageKey | undefined)[] {
  const [work, ...others] = pagesFor(role).filter((page) => page !== 'ask');
  return [work, undefined, ...others];
}

/** On a phone the tabs scroll; the present one is in sight. */
function intoView(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
}

function Mark() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="6" fill={tokens.colorBrandBackground} />
      <path
        d="M7.5 6v12M16.5 6v12M7.5 12h9"
        stroke={tokens.colorNeutralForegroundOnBrand}
        strokeWidth="2.6"
        strokeLinecap="round"
      />
    </svg>
  );
}

/** Searches all cases; the words stand in the address like every other filter. */
function SearchBox({ searchRef }: { searchRef: Ref<HTMLInputElement> }) {
  const styles = useStyles();
  const { route, go } = useNavigation();
  const [text, setText] = useState(route.filter.q);
  useEffect(() => setText(route.filter.q), [route.filter.q]);
  const search = () =>
    go({
      filter: { ...filterOfView('all'), q: text.trim(), sort: text.trim() === '' ? 'due' : 'relevance' },
      caseId: null,
    });
  return (
    <Input
      className={styles.search}
      size="small"
      type="search"
      aria-label={words.search.label}
      placeholder={words.search.placeholder}
      contentBefore={<Search16Regular />}
      contentAfter={
        <kbd className={styles.key} aria-hidden>
          /
        </kbd>
      }
      value={text}
      input={{ ref: searchRef }}
      onChange={(_, data) => setText(data.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') search();
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}

/** Who is signed in. In Teams the host shows that already. */
function Who() {
  const styles = useStyles();
  const { me, inTeams, signOut } = useSession();
  const width = useWidth();
  if (inTeams) return null;
  if (signOut === null) return <Person id={me.id} name={me.name} size={24} />;
  return (
    <Menu>
      <MenuTrigger>
        <Button appearance="subtle" size="small" className={styles.who}>
          {width === 'phone' ? (
            <span role="img" aria-label={me.name}>
              <Face id={me.id} name={me.name} size={24} />
            </span>
          ) : (
            <Person id={me.id} name={me.name} size={24} />
          )}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={signOut}>{words.signIn.switch}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
