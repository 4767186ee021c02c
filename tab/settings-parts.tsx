import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { SettingsPartProps } from './page-props.ts';
import type { DocumentName } from './settings/documents.ts';
import type { words } from './settings/words.ts';

interface SettingsPart {
  /** Its word in the address; its name stands in `settings/words.ts`. */
  key: keyof typeof words.parts;
  /** Heading of the left list under which it stands. */
  group: keyof typeof words.groups;
  /** The documents that it edits: the list marks it while one is changed and not saved. */
  documents: readonly DocumentName[];
  component: LazyExoticComponent<ComponentType<SettingsPartProps>>;
}

/**
 * The parts of the settings page in the order of its left list; each is loaded when it is first opened. A part edits its
 * document with `useDocument` inside a `DocumentFrame`, which loads, saves, shows faults and keeps the history.
 */
export const settingsParts: readonly [SettingsPart, ...SettingsPart[]] = [
  {
    key: 'policies',
    group: 'service',
    documents: ['sla-policies'],
    component: lazy(() => import('./features/service-levels/policies/policies-part.tsx')),
  },
  {
    key: 'calendars',
    group: 'service',
    documents: ['calendars'],
    component: lazy(() => import('./features/service-levels/calendars/calendars-part.tsx')),
  },
  {
    key: 'rules',
    group: 'work',
    documents: ['rules'],
    component: lazy(() => import('./features/rules/rules-part.tsx')),
  },
  {
    key: 'templates',
    group: 'work',
    documents: ['templates'],
    component: lazy(() => import('./features/templates/templates-part.tsx')),
  },
  {
    key: 'teams',
    group: 'people',
    documents: ['teams'],
    component: lazy(() => import('./features/people/teams-part.tsx')),
  },
  {
    key: 'agents',
    group: 'people',
    documents: ['agents'],
    component: lazy(() => import('./features/people/agents-part.tsx')),
  },
  {
    key: 'notifications',
    group: 'people',
    documents: ['notifications'],
    component: lazy(() => import('./features/people/notifications-part.tsx')),
  },
  {
    key: 'mailboxes',
    group: 'intake',
    documents: ['mailboxes'],
    component: lazy(() => import('./features/intake/mailboxes-part.tsx')),
  },
  {
    key: 'categories',
    group: 'intake',
    documents: ['categories'],
    component: lazy(() => import('./features/categories/categories-part.tsx')),
  },
  {
    key: 'ai',
    group: 'intake',
    documents: ['ai'],
    component: lazy(() => import('./features/intake/ai-part.tsx')),
  },
  {
    key: 'retention',
    group: 'data',
    documents: ['retention'],
    component: lazy(() => import('./features/keeping/retention-part.tsx')),
  },
  {
    key: 'file',
    group: 'data',
    documents: [],
    component: lazy(() => import('./features/keeping/file-part.tsx')),
  },
  {
    key: 'surveys',
    group: 'work',
    documents: [],
    component: lazy(() => import('./features/surveys/surveys-part.tsx')),
  },
  {
    key: 'setup',
    group: 'data',
    documents: [],
    component: lazy(() => import('./features/setup/setup-part.tsx')),
  },
];
