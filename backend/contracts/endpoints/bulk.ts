import { z } from 'zod';
import { BulkCases, BulkRun } from '../bulk.ts';
import type { Endpoint } from '../endpoint.ts';

const runId = z.object({ id: z.string().min(1).max(64) });

export const bulkEndpoints = {
  bulkCases: {
    method: 'POST',
    path: '/api/cases/bulk',
    summary: 'Do the same to many cases; tells for each what became of it. Longer runs go on after the answer',
    tag: 'Cases',
    permission: 'cases.write',
    body: BulkCases,
    response: BulkRun,
    success: 200,
  },
  bulkRun: {
    method: 'GET',
    path: '/api/bulk/{id}',
    summary: "How far one of the caller's runs has come",
    tag: 'Cases',
    permission: 'cases.read',
    params: runId,
    response: BulkRun,
    success: 200,
  },
  undoBulk: {
    method: 'POST',
    path: '/api/bulk/{id}/undo',
    summary: 'Take back what a run did to each case, where nothing came since; a run of its own',
    tag: 'Cases',
    permission: 'cases.write',
    params: runId,
    response: BulkRun,
    success: 200,
  },
} as const satisfies Record<string, Endpoint>;
