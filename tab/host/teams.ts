import type { Appearance } from '../../ui/appearance.ts';

/** What the page needs of Teams; the only file that talks to it. */
export interface TeamsHost {
  appearance: Appearance;
  /** Part of a deep link that names a page inside the tab. */
  subPage: string | null;
  onAppearance: (listener: (appearance: Appearance) => void) => void;
  getToken: () => Promise<string>;
}

/** Teams shows a tab in a frame, on phones in a web view with an interface of its own. */
function mayBeInTeams(): boolean {
  return window.parent !== window || 'nativeInterface' in window;
}

/** Answers null outside Teams. Elsewhere in a frame nobody answers at all, so waiting ends after a while. */
export async function joinTeams(): Promise<TeamsHost | null> {
  if (!mayBeInTeams()) return null;
  const { app, authentication } = await import('@microsoft/teams-js');
  const joined = await Promise.race([
    app.initialize().then(
      () => true,
      () => false,
    ),
    new Promise<false>((resolve) => setTimeout(() => resolve(false), 4000)),
  ]);
  if (!joined) return null;
  const context = await app.getContext();
  app.notifySuccess();
  return {
    appearance: toAppearance(context.app.theme),
    subPage: context.page.subPageId ?? null,
    onAppearance: (listener) => app.registerOnThemeChangeHandler((theme) => listener(toAppearance(theme))),
    getToken: () => authentication.getAuthToken(),
  };
}

function toAppearance(theme: string): Appearance {
  if (theme === 'dark') return 'dark';
  return theme === 'contrast' ? 'contrast' : 'light';
}
