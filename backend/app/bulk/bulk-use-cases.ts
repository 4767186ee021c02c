import type { Actor } from '../../domain/access/actor.ts';
import { Failure } from '../../domain/failure.ts';
import type { AuditLog } from '../../ports/audit.ts';
import type { BulkAction, BulkRecord, BulkResult, BulkRuns } from '../../ports/bulk-runs.ts';
import type { CaseFilter } from '../../ports/case-index.ts';
import type { CaseUseCases, Idempotency } from '../cases/case-use-cases.ts';
import { BulkRunner, type RunnerDeps } from './bulk-runner.ts';

export interface BulkRun extends BulkRecord {
  /** In the order of the cases, as far as it has come. */
  results: BulkResult[];
}

/** The same done to many cases. A run goes on after a restart, and is kept for a day. */
export interface BulkUseCases {
  /**
   * Small runs are done when it resolves; longer ones go on and are asked for by their id.
   * @throws Failure `conflict` for an idempotency key that was used for another request
   */
  bulkCases(
    actor: Actor,
    on: { ids: string[] } | { filter: CaseFilter },
    what: BulkAction,
    idempotency?: Idempotency,
  ): Promise<BulkRun>;
  /** Takes back what a run did to each case, where nothing came since; a run of its own, the same when asked again. */
  undoBulk(actor: Actor, runId: string): Promise<BulkRun>;
  /** It stops before the next cases; what was done stays. A run that is over stays as it is. */
  cancelBulk(actor: Actor, runId: string): Promise<BulkRun>;
  /** @throws Failure `not-found` for a run of somebody else, or one that is too old */
  bulkRun(actor: Actor, runId: string): Promise<BulkRun>;
  /** The caller's own, the newest first, without what became of each case. */
  listBulkRuns(actor: Actor): Promise<BulkRecord[]>;
  /** Goes on with runs whose process is no more. */
  resumeBulk(): Promise<void>;
}

export interface BulkDeps extends RunnerDeps {
  audit: Pick<AuditLog, 'note'>;
  app: RunnerDeps['app'] & Pick<CaseUseCases, 'findCases'>;
}

const mostCases = 10_000;
const pageSize = 200;
/** Runs up to this size are waited for. */
const waitedFor = 100;
const keptMs = 24 * 3_600_000;

export function bindBulk(deps: BulkDeps): BulkUseCases {
  const { runs, clock, ids: newIds } = deps;
  const runner = new BulkRunner(deps);

  async function begin(actor: Actor, id: string, items: string[], action: BulkAction, requestHash: string | null) {
    await forgetOld(runs, clock.nowMs());
    const at = clock.now();
    const changes = [{ field: 'cases', from: null, to: items.length }];
    await deps.audit.note({ id, at, actor, kind: 'bulk.run', subject: action.action, changes });
    const fresh = { state: 'running', total: items.length, done: 0, succeeded: 0 } as const;
    const run = await runner.begin({ id, actor, action, requestHash, at, ...fresh }, items);
    if (items.length <= waitedFor) await run.ended;
    return shown(run);
  }

  async function find(id: string): Promise<BulkRun | undefined> {
    const live = runner.live(id);
    if (live !== undefined) return shown(live);
    const record = await runs.get(id);
    return record && { ...record, results: await runs.parts(id, 'results') };
  }

  async function own(actor: Actor, id: string): Promise<BulkRun> {
    const found = await find(id);
    if (found === undefined || found.actor.id !== actor.id) throw new Failure('not-found', 'There is no such run.');
    return found;
  }

  return {
    async bulkCases(actor, on, action, idempotency) {
      const id = idempotency ? newIds.derived('bulk', actor.id, idempotency.key) : newIds.secret();
      const earlier = idempotency && (await find(id));
      if (earlier !== undefined) {
        if (earlier.requestHash === idempotency?.requestHash) return earlier;
        throw new Failure('conflict', 'This Idempotency-Key was used for another request.');
      }
      const items = 'ids' in on ? [...new Set(on.ids)] : await idsOf(deps, on.filter);
      return begin(actor, id, items, action, idempotency?.requestHash ?? null);
    },
    async undoBulk(actor, runId) {
      const run = await own(actor, runId);
      if (run.state === 'running') throw new Failure('conflict', 'The run is still under way.');
      if (run.action.action === 'undo') throw new Failure('conflict', 'The run took another one back.');
      const id = newIds.derived('bulk undo', runId);
      const changed = run.results.filter((one) => one.ok).map((one) => one.id);
      return (await find(id)) ?? begin(actor, id, changed, { action: 'undo', run: runId }, null);
    },
    async cancelBulk(actor, runId) {
      const run = await own(actor, runId);
      if (run.state !== 'running') return run;
      await runs.putParts(runId, 'cancel', [actor.id]);
      const live = runner.live(runId);
      if (live !== undefined) {
        live.cancelled = true;
        await live.ended;
      }
      return own(actor, runId);
    },
    bulkRun: own,
    async listBulkRuns(actor) {
      const all = (await runs.all()).filter((record) => record.actor.id === actor.id);
      return all.map((record) => runner.live(record.id)?.record ?? record);
    },
    resumeBulk: () => runner.resume(),
  };
}

function shown({ record, results }: { record: BulkRecord; results: BulkResult[] }): BulkRun {
  return { ...record, results: [...results] };
}

async function forgetOld(runs: BulkRuns, nowMs: number): Promise<void> {
  for (const { id, at, state } of await runs.all()) {
    if (state !== 'running' && Date.parse(at) + keptMs < nowMs) await runs.remove(id);
  }
}

async function idsOf({ app }: BulkDeps, filter: CaseFilter): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | undefined; ; ) {
    const sort = { key: 'created', descending: false } as const;
    const page = await app.findCases(filter, sort, { limit: pageSize, ...(after !== undefined && { after }) });
    if (page.total > mostCases) throw new Failure('invalid', `A run takes at most ${mostCases} cases at once.`);
    ids.push(...page.cases.map((one) => one.id));
    after = page.next;
    if (after === undefined) return ids;
  }
}
