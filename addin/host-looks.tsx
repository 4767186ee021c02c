import { type ReactNode, useEffect, useState } from 'react';
import { type Appearance, AppearanceProvider } from '../ui/appearance.ts';
import { hostTheme, onThemeChanged } from './office/theme.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

/** Outlook's looks, or the machine's where Outlook does not tell. */
export function HostLooks({ ready, children }: { ready: boolean; children: ReactNode }) {
  const [look, setLook] = useState<Appearance>(machineLook);
  useEffect(() => {
    const settle = () => setLook((ready ? hostTheme() : null) ?? machineLook());
    settle();
    dark.addEventListener('change', settle);
    const stop = ready ? onThemeChanged(settle) : undefined;
    return () => {
      dark.removeEventListener('change', settle);
      stop?.();
    };
  }, [ready]);
  return <AppearanceProvider value={look}>{children}</AppearanceProvider>;
}

function machineLook(): Appearance {
  return dark.matches ? 'dark' : 'light';
}
