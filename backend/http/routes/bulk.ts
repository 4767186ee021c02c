import type { BulkRun, BulkUseCases } from '../../app/bulk/bulk-use-cases.ts';
import type { BulkCases, BulkRunList, BulkRun as WireRun } from '../../contracts/bulk.ts';
import type { BulkAction, BulkRecord, BulkResult } from '../../ports/bulk-runs.ts';
import { filterFrom } from '../case-query.ts';
import { statusOfFailure } from '../problems.ts';
import type { ApiHandlers } from './api-handlers.ts';

type Names = 'bulkCases' | 'listBulkRuns' | 'bulkRun' | 'cancelBulk' | 'undoBulk';

export function bulkRoutes(app: BulkUseCases): Pick<ApiHandlers, Names> {
  return {
    bulkCases: async ({ actor, body, idempotency }) => {
      const { ids, filter } = body;
      const on = ids === undefined ? { filter: filterFrom({ ...usual, ...filter }, actor.id) } : { ids };
      return { body: presentRun(await app.bulkCases(actor, on, actionOf(body), idempotency)) };
    },
    listBulkRuns: async ({ actor }) => {
      const items = (await app.listBulkRuns(actor)).map(presentLine);
      return { body: { items, total: items.length } };
    },
    bulkRun: async ({ actor, params, query }) => {
      const run = await app.bulkRun(actor, params.id);
      const results = query.results === 'failed' ? run.results.filter(({ ok }) => !ok) : run.results;
      return { body: { ...presentRun(run), results: results.map(presentResult) } };
    },
    cancelBulk: async ({ actor, params }) => ({ body: presentRun(await app.cancelBulk(actor, params.id)) }),
    undoBulk: async ({ actor, params }) => ({ body: presentRun(await app.undoBulk(actor, params.id)) }),
  };
}

/** What a list's query adds to its filter; a run needs neither. */
const usual = { sort: 'created', limit: 1 } as const;

function actionOf({ ids: _, filter: __, ...body }: BulkCases): BulkAction {
  return body.action === 'close' ? { action: 'set_status', status: 'closed', reason: body.reason } : body;
}

function presentLine({ id, at, action, state, total, done, succeeded }: BulkRecord): BulkRunList['items'][number] {
  return { id, at, work: action, state, total, done, succeeded, failed: done - succeeded };
}

function presentRun({ results, ...record }: BulkRun): WireRun {
  const succeeded = results.filter(({ ok }) => ok).length;
  return { ...presentLine({ ...record, done: results.length, succeeded }), results: results.map(presentResult) };
}

function presentResult({ failure, ...rest }: BulkResult): WireRun['results'][number] {
  if (failure === undefined) return rest;
  const { code, message } = failure;
  return { ...rest, error: { status: statusOfFailure[code], code, detail: message } };
}
