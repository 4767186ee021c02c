import { z } from 'zod';
import { CaseQuery } from '../case.ts';
import { CustomerQuery } from '../customer.ts';
import type { Endpoint } from '../endpoint.ts';
import { TaskQuery } from '../task.ts';

const format = { format: z.enum(['csv', 'xlsx']).default('csv') };
const paging = { limit: true, after: true } as const;
const common = {
  method: 'GET',
  permission: 'cases.read',
  response: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  success: 200,
  bytes: true,
} as const;

export const exportEndpoints = {
  exportCases: {
    ...common,
    path: '/api/cases/export',
    summary: 'Cases that match a filter as a file: any number as CSV, at most 20,000 as XLSX',
    tag: 'Cases',
    query: CaseQuery.omit(paging).extend(format),
  },
  exportTasks: {
    ...common,
    path: '/api/tasks/export',
    summary: 'Tasks that match a filter as a file: any number as CSV, at most 20,000 as XLSX',
    tag: 'Tasks',
    query: TaskQuery.omit(paging).extend(format),
  },
  exportCustomers: {
    ...common,
    path: '/api/customers/export',
    summary: 'Customers as a file: any number as CSV, at most 20,000 as XLSX',
    tag: 'Customers',
    query: CustomerQuery.omit(paging).extend(format),
  },
} as const satisfies Record<string, Endpoint>;
