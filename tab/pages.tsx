import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Me } from '../backend/contracts/settings.ts';
import type { PageProps } from './page-props.ts';
import { type PageKey, pageKeys } from './route.ts';

interface Page {
  component: LazyExoticComponent<ComponentType<PageProps>>;
  /** Roles that see the page; the server decides by itself what they may read. */
  roles: readonly Me['role'][];
}

/** The pages beside the cases. */
export const pages: Record<PageKey, Page> = {
  work: {
    component: lazy(async () => ({ default: (await import('./features/work/work-page.tsx')).WorkPage })),
    roles: ['agent', 'manager', 'admin'],
  },
  dashboard: {
    component: lazy(() => import('./features/analytics/dashboard/dashboard-page.tsx')),
    roles: ['agent', 'manager', 'admin'],
  },
  performance: {
    component: lazy(() => import('./features/analytics/performance/performance-page.tsx')),
    roles: ['agent', 'manager', 'admin'],
  },
  reports: {
    component: lazy(() => import('./features/analytics/reports/reports-page.tsx')),
    roles: ['agent', 'manager', 'admin'],
  },
  ask: {
    component: lazy(() => import('./features/analytics/ask/ask-page.tsx')),
    roles: ['agent', 'manager', 'admin'],
  },
  knowledge: {
    component: lazy(() => import('./features/knowledge/knowledge-page.tsx')),
    roles: ['agent', 'manager', 'admin'],
  },
  operations: {
    component: lazy(() => import('./features/operations/operations-page.tsx')),
    roles: ['manager', 'admin'],
  },
  settings: {
    component: lazy(() => import('./features/settings/settings-page.tsx')),
    roles: ['manager', 'admin'],
  },
};

export function pagesFor(role: Me['role']): PageKey[] {
  return pageKeys.filter((key) => pages[key].roles.includes(role));
}
