import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { SettingsPartProps } from './page-props.ts';

interface SettingsPart {
  /** Its word in the address. */
  key: string;
  name: string;
  /** Heading of the left list under which it stands. */
  group: string;
  component: LazyExoticComponent<ComponentType<SettingsPartProps>>;
}

/** The parts of the settings page in the order of its left list; each is loaded when it is first opened. */
export const settingsParts: readonly [SettingsPart, ...SettingsPart[]] = [
  {
    key: 'policies',
    name: 'Policies',
    group: 'Service levels',
    component: lazy(() => import('./features/service-levels/policies/policies-part.tsx')),
  },
  {
    key: 'calendars',
    name: 'Calendars',
    group: 'Service levels',
    component: lazy(() => import('./features/service-levels/calendars/calendars-part.tsx')),
  },
  {
    key: 'rules',
    name: 'Rules',
    group: 'Work',
    component: lazy(() => import('./features/rules/rules-part.tsx')),
  },
];
