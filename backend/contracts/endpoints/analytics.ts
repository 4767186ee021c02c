import { Dashboard, DashboardQuery, Performance, PerformanceQuery, Trends, TrendsQuery } from '../analytics.ts';
import type { Endpoint } from '../endpoint.ts';
import { MetricCatalogue } from '../metrics.ts';

export const analyticsEndpoints = {
  dashboard: {
    method: 'GET',
    path: '/api/analytics/dashboard',
    summary: 'How things stand, and what happened in a period; agents see their own cases',
    tag: 'Analytics',
    permission: 'analytics.read',
    query: DashboardQuery,
    response: Dashboard,
    success: 200,
  },
  metricCatalogue: {
    method: 'GET',
    path: '/api/analytics/metrics',
    summary: 'What each figure means',
    tag: 'Analytics',
    permission: 'analytics.read',
    response: MetricCatalogue,
    success: 200,
  },
  trends: {
    method: 'GET',
    path: '/api/analytics/trends',
    summary: 'Comings and goings by interval; agents see their own cases',
    tag: 'Analytics',
    permission: 'analytics.read',
    query: TrendsQuery,
    response: Trends,
    success: 200,
  },
  performance: {
    method: 'GET',
    path: '/api/analytics/performance',
    summary: 'The same figures for each assignee, team, category, …; agents see their own cases',
    tag: 'Analytics',
    permission: 'analytics.read',
    query: PerformanceQuery,
    response: Performance,
    success: 200,
  },
} as const satisfies Record<string, Endpoint>;
