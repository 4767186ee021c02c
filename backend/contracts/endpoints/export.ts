import { z } from 'zod';
import { CaseQuery } from '../case.ts';
import type { Endpoint } from '../endpoint.ts';

export const exportEndpoints = {
  exportCases: {
    method: 'GET',
    path: '/api/cases/export',
    summary: 'Cases that match a filter as a file, at most 20,000',
    tag: 'Cases',
    permission: 'cases.read',
    query: CaseQuery.omit({ limit: true, after: true }).extend({ format: z.enum(['csv', 'xlsx']).default('csv') }),
    response: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
    success: 200,
    bytes: true,
  },
} as const satisfies Record<string, Endpoint>;
