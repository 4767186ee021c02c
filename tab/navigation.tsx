import { createContext, type MouseEvent, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { filterOfView } from './features/cases/filter.ts';
import { type Route, readRoute, writeRoute } from './route.ts';

interface Navigation {
  route: Route;
  go: (route: Route, how?: 'push' | 'replace') => void;
}

const NavigationContext = createContext<Navigation>({
  route: { filter: filterOfView('open'), caseId: null },
  go: () => undefined,
});

export function useNavigation(): Navigation {
  return useContext(NavigationContext);
}

/** Keeps route and address the same thing, so that back, forward, reload and a copied link work. */
export function RouteProvider({ subPage, children }: { subPage: string | null; children: ReactNode }) {
  const [route, setRoute] = useState(() => firstRoute(subPage));
  useEffect(() => {
    const follow = () => setRoute((before) => keepFilter(before, readRoute(window.location.search)));
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const go = useCallback((to: Route, how: 'push' | 'replace' = 'push') => {
    const address = window.location.pathname + writeRoute(to);
    if (how === 'push') window.history.pushState(null, '', address);
    else window.history.replaceState(null, '', address);
    setRoute((before) => keepFilter(before, to));
  }, []);
  return <NavigationContext.Provider value={{ route, go }}>{children}</NavigationContext.Provider>;
}

/** The same filter stays the same object, so that going back from a case does not load the list anew. */
function keepFilter(before: Route, after: Route): Route {
  const same = JSON.stringify(before.filter) === JSON.stringify(after.filter);
  return same ? { ...after, filter: before.filter } : after;
}

/** A deep link of Teams names the case. */
function firstRoute(subPage: string | null): Route {
  const route = readRoute(window.location.search);
  return subPage === null ? route : { ...route, caseId: subPage };
}

/** Props of a link inside the tab: a plain click moves within the page, every other click is the browser's. */
export function useRouteLink(): (route: Route) => { href: string; onClick: (event: MouseEvent) => void } {
  const { go } = useNavigation();
  return (route) => ({
    href: window.location.pathname + writeRoute(route),
    onClick: (event) => {
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      go(route);
    },
  });
}
