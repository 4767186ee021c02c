import { z } from 'zod';
import type { Endpoint } from '../endpoint.ts';
import { CheckImport, Import, ImportFile, ImportList, ImportResultList } from '../imports.ts';

const importId = z.object({ id: z.string().min(1).max(64) });
const common = { tag: 'Imports', permission: 'cases.import' } as const;

export const importEndpoints = {
  listImports: {
    method: 'GET',
    path: '/api/imports',
    summary: 'Files that were read, the newest first',
    ...common,
    response: ImportList,
    success: 200,
  },
  readImport: {
    method: 'POST',
    path: '/api/imports',
    summary: 'Read a CSV or XLSX file of cases and say what would become of its rows; makes nothing',
    ...common,
    body: ImportFile,
    response: Import,
    success: 201,
    idempotencyKey: 'answer',
  },
  getImport: {
    method: 'GET',
    path: '/api/imports/{id}',
    summary: 'What would become, or became, of a file, and how far it has come',
    ...common,
    params: importId,
    response: Import,
    success: 200,
  },
  checkImport: {
    method: 'POST',
    path: '/api/imports/{id}/check',
    summary: 'Say what would become of the rows by other meanings of the columns; makes nothing',
    ...common,
    params: importId,
    body: CheckImport,
    response: Import,
    success: 200,
  },
  runImport: {
    method: 'POST',
    path: '/api/imports/{id}/run',
    summary: 'Make the cases; longer files go on after the answer. A row that is a case already makes none',
    ...common,
    params: importId,
    response: Import,
    success: 200,
    idempotencyKey: 'answer',
  },
  undoImport: {
    method: 'POST',
    path: '/api/imports/{id}/undo',
    summary: 'Close the cases that the import made and nobody has worked on since; their rows may be imported again',
    ...common,
    params: importId,
    response: Import,
    success: 200,
    idempotencyKey: 'answer',
  },
  importResults: {
    method: 'GET',
    path: '/api/imports/{id}/results',
    summary: 'What became of each row, in order',
    ...common,
    params: importId,
    query: z.object({
      limit: z.coerce.number().int().min(1).max(1_000).default(200),
      after: z.coerce.number().int().min(0).default(0),
    }),
    response: ImportResultList,
    success: 200,
  },
} as const satisfies Record<string, Endpoint>;
