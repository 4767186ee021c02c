import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { BulkRuns } from './features/cases/bulk/bulk-runs.tsx';
import { CasesPage } from './features/cases/cases-page.tsx';
import { useCaseList } from './features/cases/use-case-list.ts';
import { filterOfQuery, viewShowing } from './features/cases/views/use-views.ts';
import { useNavigation } from './navigation.tsx';
import { pages, pagesFor } from './pages.tsx';
import { type PageKey, writeRoute } from './route.ts';
import { useSession } from './session/session.ts';
import { useWorkspace } from './session/workspace.tsx';
import { focusAskBox } from './shell/ask-box.tsx';
import { useGoKeys } from './shell/go-keys.ts';
import { HelpDialog } from './shell/help-dialog.tsx';
import { useKeys } from './shell/keys.ts';
import { OfflineBar } from './shell/offline-bar.tsx';
import { TopBar } from './shell/top-bar.tsx';
import { words } from './words.ts';

const useStyles = makeStyles({
  page: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  skip: {
    position: 'absolute',
    left: '-9999px',
    '&:focus': {
      left: '8px',
      top: '8px',
      zIndex: 1001,
      padding: '8px',
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
});

const loadCasePage = () => import('./features/case/case-page.tsx');
const CasePage = lazy(async () => ({ default: (await loadCasePage()).CasePage }));

const NewCaseDialog = lazy(async () => ({
  default: (await import('./features/cases/new-case/new-case-dialog.tsx')).NewCaseDialog,
}));

/** The page around the pages: top bar, connection, keys, and the list that stays loaded while a case is open. */
export function Workplace() {
  const styles = useStyles();
  const { route, go } = useNavigation();
  const search = useRef<HTMLInputElement>(null);
  const [helping, setHelping] = useState(false);
  const [creating, setCreating] = useState(false);
  const list = useCaseList(route.filter);
  useStartView();
  const listName = viewShowing(list.views.items, route.filter)?.name ?? words.views[route.filter.view];
  const listed = list.state.phase === 'ready';
  useEffect(() => {
    // The first case then opens as quickly as the second.
    if (listed) void loadCasePage();
  }, [listed]);
  useKeys({
    '/': () => search.current?.select(),
    '?': () => setHelping(true),
    c: () => setCreating(true),
    q: () => focusAskBox() || go({ page: 'ask', place: {}, filter: route.filter, caseId: null }),
  });
  useGoPlaces();

  return (
    <BulkRuns>
      <div className={styles.page}>
        <a className={styles.skip} href="#main">
          {words.skipToMain}
        </a>
        <TopBar searchRef={search} />
        <OfflineBar />
        {route.page !== undefined ? (
          <OtherPage page={route.page} />
        ) : route.caseId === null ? (
          <CasesPage list={list} onHelp={() => setHelping(true)} onCreate={() => setCreating(true)} />
        ) : (
          <Suspense fallback={<main id="main" aria-busy tabIndex={-1} />}>
            <CasePage key={route.caseId} caseId={route.caseId} place={list.placeOf(route.caseId)} listName={listName} />
          </Suspense>
        )}
        <HelpDialog open={helping} onClose={() => setHelping(false)} />
        {creating && (
          <Suspense fallback={null}>
            <NewCaseDialog onClose={() => setCreating(false)} />
          </Suspense>
        )}
      </div>
    </BulkRuns>
  );
}

/** Letters that follow `G`; the help lists them. */
const goLetters: Record<string, PageKey> = {
  w: 'work',
  d: 'dashboard',
  p: 'performance',
  r: 'reports',
  k: 'knowledge',
  o: 'operations',
  s: 'settings',
};

function useGoPlaces(): void {
  const { route, go } = useNavigation();
  const { me } = useSession();
  const mine = pagesFor(me.role);
  const places = Object.entries(goLetters).filter(([, page]) => mine.includes(page));
  useGoKeys({
    ...Object.fromEntries(places.map(([letter, page]) => [letter, () => go({ ...route, page, place: {} })])),
    c: () => go({ filter: route.filter, caseId: null }),
  });
}

/** The list opens with the view that this person chose, unless the address says where to go. */
function useStartView(): void {
  const { route, go } = useNavigation();
  const { layout, known } = useWorkspace();
  const untouched = useRef(writeRoute(route) === '');
  useEffect(() => {
    if (writeRoute(route) !== '') untouched.current = false;
    if (!known || !untouched.current) return;
    untouched.current = false;
    if (layout.start !== null) go({ filter: filterOfQuery(layout.start), caseId: null }, 'replace');
  }, [known, layout.start, route, go]);
}

/** A page that is loaded when it is first opened, for those who may see it. */
function OtherPage({ page }: { page: PageKey }) {
  const { route, go } = useNavigation();
  const { me } = useSession();
  const Page = pages[page].component;
  if (!pagesFor(me.role).includes(page)) return <NotForYou />;
  return (
    <Suspense fallback={<main id="main" aria-busy tabIndex={-1} />}>
      <Page place={route.place ?? {}} goTo={(place) => go({ ...route, page, place }, 'replace')} />
    </Suspense>
  );
}

function NotForYou() {
  return (
    <main id="main" tabIndex={-1}>
      <h1>{words.notForYou}</h1>
    </main>
  );
}
