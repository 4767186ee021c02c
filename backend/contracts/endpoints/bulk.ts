import { z } from 'zod';
import { BulkCases, BulkRun, BulkRunList, BulkRunQuery } from '../bulk.ts';
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
    idempotencyKey: 'answer',
  },
  listBulkRuns: {
    method: 'GET',
    path: '/api/bulk',
    summary: "The caller's runs of the last day, the newest first",
    tag: 'Cases',
    permission: 'cases.read',
    response: BulkRunList,
    success: 200,
  },
  bulkRun: {
    method: 'GET',
    path: '/api/bulk/{id}',
    summary: "How far one of the caller's runs has come",
    tag: 'Cases',
    permission: 'cases.read',
    params: runId,
    query: BulkRunQuery,
    response: BulkRun,
    success: 200,
  },
  cancelBulk: {
    method: 'POST',
    path: '/api/bulk/{id}/cancel',
    summary: 'Stop a run before the next cases; what was done stays, and can be taken back',
    tag: 'Cases',
    permission: 'cases.write',
    params: runId,
    response: BulkRun,
    success: 200,
    idempotencyKey: 'answer',
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
    idempotencyKey: 'answer',
  },
} as const satisfies Record<string, Endpoint>;
