import type { Appearance } from '../../ui/appearance.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const forced = window.matchMedia('(forced-colors: active), (prefers-contrast: more)');
/** `?theme=dark` shows a look that the machine is not set to. Read once, because moving about rewrites the address. */
const asked = new URLSearchParams(window.location.search).get('theme');

/** How a plain browser wants to look. */
export function browserAppearance(): Appearance {
  if (asked === 'light' || asked === 'dark' || asked === 'contrast') return asked;
  if (forced.matches) return 'contrast';
  return dark.matches ? 'dark' : 'light';
}

export function onBrowserAppearance(listener: (appearance: Appearance) => void): void {
  for (const query of [dark, forced]) query.addEventListener('change', () => listener(browserAppearance()));
}
