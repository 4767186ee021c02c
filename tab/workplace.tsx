import { makeStyles, tokens } from '@fluentui/react-components';
import { Suspense, useRef, useState } from 'react';
import { CasePage } from './features/case/case-page.tsx';
import { CasesPage } from './features/cases/cases-page.tsx';
import { useCaseList } from './features/cases/use-case-list.ts';
import { useNavigation } from './navigation.tsx';
import { pages, pagesFor } from './pages.tsx';
import type { PageKey } from './route.ts';
import { useSession } from './session/session.ts';
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

/** The page around the pages: top bar, connection, keys, and the list that stays loaded while a case is open. */
export function Workplace() {
  const styles = useStyles();
  const { route } = useNavigation();
  const search = useRef<HTMLInputElement>(null);
  const [helping, setHelping] = useState(false);
  const list = useCaseList(route.filter);
  useKeys({ '/': () => search.current?.select(), '?': () => setHelping(true) });

  return (
    <div className={styles.page}>
      <a className={styles.skip} href="#main">
        {words.skipToMain}
      </a>
      <TopBar searchRef={search} />
      <OfflineBar />
      {route.page !== undefined ? (
        <OtherPage page={route.page} />
      ) : route.caseId === null ? (
        <CasesPage list={list} onHelp={() => setHelping(true)} />
      ) : (
        <CasePage key={route.caseId} caseId={route.caseId} place={list.placeOf(route.caseId)} />
      )}
      <HelpDialog open={helping} onClose={() => setHelping(false)} />
    </div>
  );
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
