import { z } from 'zod';
import { bulkStates, caseStatuses, priorities } from '../domain/vocabulary.ts';
import { CaseQuery } from './case.ts';
import { Instant, line } from './common.ts';

/** Either the cases by id or number, or a filter as lists take it. */
const on = {
  ids: z.array(z.string().min(1).max(64)).min(1).max(10_000).optional(),
  filter: CaseQuery.omit({ sort: true, limit: true, after: true }).optional(),
};
const tags = z.array(line(50)).min(1).max(30);

export const BulkCases = z
  .discriminatedUnion('action', [
    z.strictObject({
      ...on,
      action: z.literal('set_status'),
      status: z.enum(caseStatuses),
      reason: z.string().max(2_000).optional(),
    }),
    z.strictObject({
      ...on,
      action: z.literal('assign'),
      assignee: line(100).nullable().meta({ description: 'agent id, `me`, or null' }),
      team: line(100).nullable().optional(),
    }),
    z.strictObject({ ...on, action: z.literal('set_priority'), priority: z.enum(priorities) }),
    z.strictObject({ ...on, action: z.literal('add_tags'), tags }),
    z.strictObject({ ...on, action: z.literal('remove_tags'), tags }),
    z.strictObject({ ...on, action: z.literal('merge'), into: z.string().min(1).max(64) }),
    z.strictObject({ ...on, action: z.literal('close'), reason: z.string().max(2_000).optional() }),
  ])
  .refine(({ ids, filter }) => (ids === undefined) !== (filter === undefined), {
    message: 'give either ids or a filter',
    path: ['ids'],
  });
export type BulkCases = z.infer<typeof BulkCases>;

/** What a run does to each case. */
export const BulkWork = z.discriminatedUnion('action', [
  z.object({ action: z.literal('set_status'), status: z.enum(caseStatuses), reason: z.string().optional() }),
  z.object({ action: z.literal('assign'), assignee: z.string().nullable(), team: z.string().nullable().optional() }),
  z.object({ action: z.literal('set_priority'), priority: z.enum(priorities) }),
  z.object({ action: z.literal('add_tags'), tags: z.array(z.string()) }),
  z.object({ action: z.literal('remove_tags'), tags: z.array(z.string()) }),
  z.object({ action: z.literal('merge'), into: z.string() }),
  z.object({ action: z.literal('undo'), run: z.string() }),
]);

/** A run over many cases, which goes on after a restart and is kept for a day. */
export const BulkRun = z.object({
  id: z.string(),
  at: Instant,
  work: BulkWork,
  state: z.enum(bulkStates),
  total: z.int(),
  done: z.int(),
  succeeded: z.int(),
  failed: z.int(),
  /** In the order of the cases, as far as the run has come. */
  results: z.array(
    z.object({
      id: z.string(),
      ok: z.boolean(),
      etag: z.string().optional(),
      error: z.object({ status: z.int(), code: z.string(), detail: z.string() }).optional(),
    }),
  ),
});
export type BulkRun = z.infer<typeof BulkRun>;

export const BulkRunQuery = z.object({
  results: z.enum(['all', 'failed']).default('all').meta({ description: 'which cases to tell of' }),
});

const BulkRunLine = BulkRun.omit({ results: true });
export const BulkRunList = z.object({ items: z.array(BulkRunLine), total: z.int() });
export type BulkRunList = z.infer<typeof BulkRunList>;
