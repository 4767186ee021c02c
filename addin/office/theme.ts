/// <reference types="office-js" />
import { listen } from './current-item.ts';

export type HostTheme = 'light' | 'dark';

/** How Outlook looks; null where it does not say (older hosts, a plain browser). */
export function hostTheme(): HostTheme | null {
  const ground = Office.context.officeTheme?.bodyBackgroundColor;
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(ground ?? '');
  if (match === null) return null;
  const [red, green, blue] = match.slice(1).map((part) => Number.parseInt(part, 16));
  const brightness = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
  return brightness < 128 ? 'dark' : 'light';
}

/** Calls back after Outlook changed its looks. Answers a function that stops it. */
export function onThemeChanged(changed: () => void): () => void {
  return listen(Office.EventType?.OfficeThemeChanged ?? 'officeThemeChanged', changed);
}
