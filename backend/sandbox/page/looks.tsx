import { FluentProvider, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { type ReactNode, useSyncExternalStore } from 'react';
import { AppearanceProvider } from '../../../ui/appearance.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const narrow = window.matchMedia('(max-width: 899px)');

function useMatch(query: MediaQueryList): boolean {
  return useSyncExternalStore(
    (changed) => {
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => query.matches,
  );
}

export function useDark(): boolean {
  return useMatch(dark);
}

/** Too narrow for list, mail and pane beside each other. */
export function useNarrow(): boolean {
  return useMatch(narrow);
}

/** The machine's looks: the sandbox has no switch of its own. */
export function Looks({ children }: { children: ReactNode }) {
  const isDark = useDark();
  return (
    <AppearanceProvider value={isDark ? 'dark' : 'light'}>
      <FluentProvider theme={isDark ? webDarkTheme : webLightTheme}>{children}</FluentProvider>
    </AppearanceProvider>
  );
}
