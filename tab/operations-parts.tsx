import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { inLanguage } from '../ui/language.ts';
import type { PageProps } from './page-props.ts';

interface OperationsPart {
  /** Its word in the address. */
  key: string;
  name: string;
  component: LazyExoticComponent<ComponentType<PageProps>>;
}

/** The tabs of the operations page in their order; each is loaded when it is first opened. */
export const operationsParts: readonly [OperationsPart, ...OperationsPart[]] = [
  {
    key: 'fates',
    name: inLanguage('Mail fates', 'Verbleib der Mails'),
    component: lazy(() => import('./features/operations/fates/fates-page.tsx')),
  },
  {
    key: 'speed',
    name: inLanguage('Speed and cache', 'Tempo und Zwischenspeicher'),
    component: lazy(() => import('./features/operations/speed/speed-page.tsx')),
  },
  {
    key: 'engine',
    name: inLanguage('Engine and cost', 'Analyse und Kosten'),
    component: lazy(() => import('./features/operations/engine/engine-page.tsx')),
  },
  {
    key: 'audit',
    name: inLanguage('Audit', 'Prüfprotokoll'),
    component: lazy(() => import('./features/audit/audit-page.tsx')),
  },
  {
    key: 'imports',
    name: inLanguage('Imports', 'Importe'),
    component: lazy(() => import('./features/imports/imports-page.tsx')),
  },
  {
    key: 'learning',
    name: inLanguage('Learning', 'Lernen'),
    component: lazy(() => import('./features/learning/learning-page.tsx')),
  },
];
