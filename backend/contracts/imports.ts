import { z } from 'zod';
import { importExisting, importFields, importOutcomes, importStates } from '../domain/vocabulary.ts';
import { Instant } from './common.ts';

/** Bytes of the largest file that can be imported. */
export const largestImport = 5 * 1024 * 1024;

export const ImportFile = z.strictObject({
  name: z.string().trim().min(1).max(255),
  content: z.base64().min(4).meta({ description: 'the CSV or XLSX file in base64; at most 5 MB, 10,000 rows' }),
});
export type ImportFile = z.infer<typeof ImportFile>;

export const ImportMapping = z
  .partialRecord(z.enum(importFields), z.int().min(0).max(99))
  .meta({ description: 'for each field the column that holds it, counted from 0' });
export type ImportMapping = z.infer<typeof ImportMapping>;

export const CheckImport = z.strictObject({
  mapping: ImportMapping,
  existing: z
    .enum(importExisting)
    .default('keep')
    .meta({ description: 'whether a row with the id of an imported case changes it; one that names a number does' }),
});
export type CheckImport = z.infer<typeof CheckImport>;

const problems = z.array(z.string()).meta({ description: 'what is wrong, in sentences' });
const changes = z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() }));
const row = z.int().meta({ description: 'as a spreadsheet program counts: the names of the columns are row 1' });

export const Import = z.object({
  id: z.string(),
  name: z.string(),
  by: z.object({ id: z.string(), name: z.string() }),
  at: Instant,
  state: z.enum(importStates),
  columns: z.array(z.object({ header: z.string(), samples: z.array(z.string()) })),
  mapping: ImportMapping,
  existing: z.enum(importExisting),
  total: z.int(),
  done: z.int().meta({ description: 'rows carried out so far' }),
  counts: z.record(z.enum(importOutcomes), z.int()).meta({
    description: 'while `checked`, what would become of the rows: made, present already, changed, or refused',
  }),
  problems: z.array(z.object({ row, problems })).meta({ description: 'of the first 50 rows that are refused' }),
  changes: z
    .array(z.object({ row, caseId: z.string(), number: z.string(), changes }))
    .meta({ description: 'of the first 50 rows that change a case: what it was and what it becomes' }),
  undone: z.object({ closed: z.int(), restored: z.int(), kept: z.int() }).nullable(),
});
export type Import = z.infer<typeof Import>;

export const ImportList = z.object({ items: z.array(Import), total: z.int() });

export const ImportResult = z.object({
  row,
  outcome: z.enum(importOutcomes),
  caseId: z.string().optional(),
  number: z.string().optional(),
  problems: problems.optional(),
  changes: changes.optional(),
});

export const ImportResultList = z.object({ items: z.array(ImportResult), total: z.int(), next: z.string().optional() });
