import type { Actor } from '../../domain/access/actor.ts';
import { Failure, isFailure } from '../../domain/failure.ts';
import type { CaseStatus, Priority } from '../../domain/vocabulary.ts';
import type { CaseFilter } from '../../ports/case-index.ts';
import type { Clock, Ids, Log } from '../../ports/system.ts';
import type { CaseUseCases } from '../cases/case-use-cases.ts';
import type { LifecycleUseCases } from '../lifecycle/lifecycle-use-cases.ts';

/** What is done to each of many cases. */
export type BulkAction =
  | { action: 'set_status'; status: CaseStatus; reason?: string | undefined }
  | { action: 'assign'; assignee: string | null; team?: string | null | undefined }
  | { action: 'set_priority'; priority: Priority }
  | { action: 'add_tags'; tags: string[] }
  | { action: 'remove_tags'; tags: string[] }
  | { action: 'merge'; into: string };

export interface BulkResult {
  /** As it was named. */
  id: string;
  ok: boolean;
  /** Version after the change. */
  etag?: string;
  failure?: Failure;
}

/** A run over many cases. It is kept for an hour by the process that carries it out. */
export interface BulkRun {
  id: string;
  state: 'running' | 'done';
  total: number;
  results: BulkResult[];
}

export interface BulkUseCases {
  /** Small runs are done when it resolves; longer ones go on and are asked for by their id. */
  bulkCases(actor: Actor, on: { ids: string[] } | { filter: CaseFilter }, what: BulkAction): Promise<BulkRun>;
  /** Takes back what a run did to each case, where nothing came since. */
  undoBulk(actor: Actor, runId: string): Promise<BulkRun>;
  /** @throws Failure `not-found` for a run of somebody else, or one that is too old */
  bulkRun(actor: Actor, runId: string): BulkRun;
}

export interface BulkDeps {
  app: Pick<CaseUseCases, 'findCases' | 'getCase' | 'editCase' | 'changeStatus' | 'assignCase'> &
    Pick<LifecycleUseCases, 'mergeCase' | 'undoLast'>;
  clock: Clock;
  ids: Ids;
  log: Log;
}

const mostCases = 10_000;
const pageSize = 200;
/** Runs up to this size are waited for. */
const waitedFor = 100;
const atOnce = 8;
const keptMs = 3_600_000;

interface Kept {
  run: BulkRun;
  actorId: string;
  begunMs: number;
}

export function bindBulk(deps: BulkDeps): BulkUseCases {
  const kept = new Map<string, Kept>();

  async function begin(actor: Actor, ids: string[], one: (id: string) => Promise<string>): Promise<BulkRun> {
    const run: BulkRun = { id: deps.ids.secret(), state: 'running', total: ids.length, results: [] };
    const now = deps.clock.nowMs();
    for (const [id, { begunMs }] of kept) if (begunMs + keptMs < now) kept.delete(id);
    kept.set(run.id, { run, actorId: actor.id, begunMs: now });
    const done = carryOut(run, ids, one).catch((error) => deps.log.error('bulk run failed', { error: String(error) }));
    if (ids.length <= waitedFor) await done;
    return run;
  }

  function bulkRun(actor: Actor, runId: string): BulkRun {
    const found = kept.get(runId);
    if (found === undefined || found.actorId !== actor.id) throw new Failure('not-found', 'There is no such run.');
    return found.run;
  }

  return {
    async bulkCases(actor, on, what) {
      const ids = 'ids' in on ? [...new Set(on.ids)] : await idsOf(deps, on.filter);
      return begin(actor, ids, (id) => actOn(deps, actor, id, what));
    },
    async undoBulk(actor, runId) {
      const run = bulkRun(actor, runId);
      if (run.state === 'running') throw new Failure('conflict', 'The run is still under way.');
      const changed = run.results.filter((one) => one.ok).map((one) => one.id);
      return begin(actor, changed, async (id) => (await deps.app.undoLast(actor, id)).etag);
    },
    bulkRun,
  };
}

/** Results come in the order of the ids, however many are worked on at once. */
async function carryOut(run: BulkRun, ids: string[], one: (id: string) => Promise<string>): Promise<void> {
  try {
    for (let from = 0; from < ids.length; from += atOnce) {
      run.results.push(...(await Promise.all(ids.slice(from, from + atOnce).map((id) => outcomeOf(id, one)))));
    }
  } finally {
    run.state = 'done';
  }
}

async function outcomeOf(id: string, one: (id: string) => Promise<string>): Promise<BulkResult> {
  try {
    return { id, ok: true, etag: await one(id) };
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { id, ok: false, failure: error };
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

/** Answers the version after the change. */
async function actOn({ app }: BulkDeps, actor: Actor, id: string, what: BulkAction): Promise<string> {
  switch (what.action) {
    case 'set_status':
      return (await app.changeStatus(actor, id, what)).etag;
    case 'assign':
      return (await app.assignCase(actor, id, what)).etag;
    case 'set_priority':
      return (await app.editCase(actor, id, { priority: what.priority })).etag;
    case 'merge':
      return (await app.mergeCase(actor, id, what.into)).etag;
    case 'add_tags':
      return retag(app, actor, id, (tags) => [...new Set([...tags, ...what.tags])]);
    case 'remove_tags':
      return retag(app, actor, id, (tags) => tags.filter((tag) => !what.tags.includes(tag)));
  }
}

/** Somebody may change the tags meanwhile; then they are read anew. */
async function retag(
  app: BulkDeps['app'],
  actor: Actor,
  id: string,
  change: (tags: string[]) => string[],
): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    const { value, etag } = await app.getCase(id);
    try {
      return (await app.editCase(actor, id, { tags: change(value.tags) }, etag)).etag;
    } catch (error) {
      if (!isFailure(error, 'stale') || attempt >= 5) throw error;
    }
  }
}
