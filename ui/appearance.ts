import { createContext, useContext } from 'react';

/** How the host looks. */
export type Appearance = 'light' | 'dark' | 'contrast';

const AppearanceContext = createContext<Appearance>('light');
export const AppearanceProvider = AppearanceContext.Provider;

export function useAppearance(): Appearance {
  return useContext(AppearanceContext);
}
