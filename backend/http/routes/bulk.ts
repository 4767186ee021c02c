import type { BulkAction, BulkRun, BulkUseCases } from '../../app/bulk/bulk-use-cases.ts';
import type { BulkCases, BulkRun as WireRun } from '../../contracts/bulk.ts';
import { filterFrom } from '../case-query.ts';
import { statusOfFailure } from '../problems.ts';
import type { ApiHandlers } from './api-handlers.ts';

export function bulkRoutes(app: BulkUseCases): Pick<ApiHandlers, 'bulkCases' | 'bulkRun' | 'undoBulk'> {
  return {
    bulkCases: async ({ actor, body }) => {
      const { ids, filter } = body;
      const on = ids === undefined ? { filter: filterFrom({ ...usual, ...filter }, actor.id) } : { ids };
      return { body: presentRun(await app.bulkCases(actor, on, actionOf(body))) };
    },
    bulkRun: async ({ actor, params }) => ({ body: presentRun(app.bulkRun(actor, params.id)) }),
    undoBulk: async ({ actor, params }) => ({ body: presentRun(await app.undoBulk(actor, params.id)) }),
  };
}

/** What a list's query adds to its filter; a run needs neither. */
const usual = { sort: 'created', limit: 1 } as const;

function actionOf(body: BulkCases): BulkAction {
  return body.action === 'close' ? { action: 'set_status', status: 'closed', reason: body.reason } : body;
}

function presentRun({ id, state, total, results }: BulkRun): WireRun {
  const succeeded = results.filter((one) => one.ok).length;
  return {
    id,
    state,
    total,
    done: results.length,
    succeeded,
    failed: results.length - succeeded,
    results: results.map(({ failure, ...rest }) => ({
      ...rest,
      ...(failure && {
        error: { status: statusOfFailure[failure.code], code: failure.code, detail: failure.message },
      }),
    })),
  };
}
