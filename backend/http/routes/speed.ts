import type { App } from '../../app/app.ts';
import { mostCounted } from '../../app/operations/queue-use-cases.ts';
import { AiDocument } from '../../contracts/ai.ts';
import { endpoints } from '../../contracts/endpoints.ts';
import { sandboxEndpoints } from '../../contracts/sandbox-endpoints.ts';
import type { CacheFigures, RouteFigures, Speed } from '../../contracts/speed.ts';
import type { CacheState, ReadModelState } from '../../ports/read-model-state.ts';
import type { KeptAnswers } from '../answer-cache.ts';
import type { LoopDelay } from '../loop-delay.ts';
import { type RequestMetrics, slowMs } from '../request-metrics.ts';
import { spentOf } from './ai.ts';
import type { ApiHandlers } from './api-handlers.ts';

export interface SpeedDeps {
  kept: KeptAnswers;
  requests: RequestMetrics;
  loop: LoopDelay;
  /** Absent where lists are not answered from memory. */
  readModel: (() => Promise<ReadModelState>) | undefined;
  /** Null where the store keeps no rows in memory. */
  rowCache: () => CacheState | null;
}

const mostRoutes = 12;

export function speedRoutes(app: App, deps: SpeedDeps): Pick<ApiHandlers, 'readSpeed'> {
  return {
    readSpeed: async ({ viewer: { nowMs } }) => {
      const [queues, usage, ai, lists] = await Promise.all([
        app.queueDepths(),
        app.aiUsage({ days: 1 }),
        app.readSettings('ai'),
        deps.readModel?.() ?? null,
      ]);
      const memory = process.memoryUsage();
      const { sinceMs, ...delay } = deps.loop.figures();
      const body: Speed = {
        asOf: instant(nowMs),
        startedAt: instant(nowMs - process.uptime() * 1_000),
        process: {
          memoryBytes: memory.rss,
          heapBytes: memory.heapUsed,
          eventLoop: { ...delay, since: instant(sinceMs) },
        },
        caches: cachesOf(deps),
        requests: requestsOf(deps.requests),
        readModel: lists && presentLists(lists),
        queues: { ...queues, mostCounted },
        analyst: {
          engine: usage.dailyTokenLimit === null || AiDocument.parse(ai.value).engine === 'local' ? 'local' : 'openai',
          today: spentOf(usage.today),
          dailyTokenLimit: usage.dailyTokenLimit,
        },
      };
      return { body };
    },
  };
}

function cachesOf({ kept: { answers, rendered }, rowCache }: SpeedDeps): CacheFigures[] {
  const figures = ({ hits, misses, bytes, mostBytes }: CacheState): CacheState => ({ hits, misses, bytes, mostBytes });
  const rows = rowCache();
  return [
    { name: 'answers', ...figures(answers) },
    { name: 'cases', ...figures(rendered) },
    ...(rows === null ? [] : [{ name: 'rows' as const, ...figures(rows) }]),
  ];
}

function requestsOf(requests: RequestMetrics): Speed['requests'] {
  const { count, slow } = requests.totals();
  const routes = requests
    .busiest(mostRoutes)
    .map(({ name, ...figures }): RouteFigures => ({ ...naming(name), ...figures }));
  const slowest = requests.slow
    .newest()
    .map(({ name, atMs, ...rest }) => ({ at: instant(atMs), ...naming(name), ...rest }));
  return { count, slow, slowAboveMs: slowMs, slowest, routes };
}

/** Address and purpose of a row of the table. */
function naming(name: string): { route: string; what: string } {
  const endpoint = Object.entries({ ...endpoints, ...sandboxEndpoints }).find(([known]) => known === name)?.[1];
  return endpoint === undefined
    ? { route: name, what: '' }
    : { route: `${endpoint.method} ${endpoint.path}`, what: endpoint.summary };
}

function presentLists({ cases, positions, heads, snapshot, text }: ReadModelState): Speed['readModel'] {
  const shards = heads.map((head, shard) => ({ at: Math.min(positions[shard] ?? 0, head), head }));
  const behind = shards.reduce((sum, { at, head }) => sum + head - at, 0);
  const savedAt = snapshot.savedAtMs === null ? null : instant(snapshot.savedAtMs);
  const state = text.indexed !== null ? 'building' : text.waiting > 0 ? 'behind' : 'current';
  return {
    cases,
    events: heads.reduce((sum, head) => sum + head, 0),
    behind,
    shards,
    snapshot: { savedAt, changesSince: snapshot.changesSince },
    text: { state, ...text },
  };
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
