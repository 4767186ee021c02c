import { z } from 'zod';
import { Spent } from './ai.ts';
import { Instant } from './common.ts';

const CacheFigures = z.object({
  name: z.enum(['answers', 'cases', 'rows']).meta({
    description: 'answers: whole answers; cases: single cases as they are sent; rows: rows of the embedded store',
  }),
  hits: z.int().meta({ description: 'since the process began' }),
  misses: z.int(),
  bytes: z.int(),
  mostBytes: z.int().meta({ description: 'the longest unused go when it would hold more' }),
});
export type CacheFigures = z.infer<typeof CacheFigures>;

/** One request that took long: what was asked for, without the words and names in it. */
export const SlowRequest = z.object({
  at: Instant,
  requestId: z.string(),
  route: z.string().meta({ description: 'method and path, ids as `{id}`' }),
  what: z.string().meta({ description: 'what the route is for' }),
  asked: z
    .string()
    .meta({ description: 'filters with their fixed words; for names and words searched for, only how many' }),
  status: z.int(),
  tookMs: z.number(),
});
export type SlowRequest = z.infer<typeof SlowRequest>;

const RouteFigures = z.object({
  route: z.string(),
  what: z.string(),
  count: z.int(),
  meanMs: z.number(),
  p95AtMostMs: z
    .number()
    .nullable()
    .meta({ description: 'bound of the bucket of the 95th percentile; null beyond all' }),
  slow: z.int(),
  failed: z.int().meta({ description: 'answered with 500 or more' }),
});
export type RouteFigures = z.infer<typeof RouteFigures>;

export const Speed = z.object({
  asOf: Instant,
  startedAt: Instant,
  process: z.object({
    memoryBytes: z.int().meta({ description: 'resident memory' }),
    heapBytes: z.int(),
    /** How long whoever came waited for a turn, since `since`; milliseconds. */
    eventLoop: z.object({ p50Ms: z.number(), p99Ms: z.number(), maxMs: z.number(), since: Instant }),
  }),
  caches: z.array(CacheFigures),
  requests: z.object({
    count: z.int(),
    slow: z.int(),
    slowAboveMs: z.int(),
    /** The newest first. */
    slowest: z.array(SlowRequest),
    /** Those that kept us busiest first. */
    routes: z.array(RouteFigures),
  }),
  /** Null where lists are not answered from memory. */
  readModel: z
    .object({
      cases: z.int(),
      /** Events in the log, and those that lists do not show yet. */
      events: z.int(),
      behind: z.int(),
      shards: z.array(z.object({ at: z.int(), head: z.int() })),
      snapshot: z.object({ savedAt: Instant.nullable(), changesSince: z.int() }),
      text: z.object({
        state: z.enum(['building', 'behind', 'current']),
        indexed: z.int().nullable().meta({ description: 'cases so far, while it is being built' }),
        waiting: z.int().meta({ description: 'changed cases whose text is not searched yet' }),
      }),
    })
    .nullable(),
  queues: z.object({
    mails: z.int().meta({ description: 'noted and not finished' }),
    outbox: z.int().meta({ description: 'mails of ours that wait to be sent' }),
    unanalysed: z.int().meta({ description: 'cases that no engine has spoken about' }),
    unfinished: z.int().meta({ description: 'changes to several cases that have begun and not ended' }),
    mostCounted: z.int().meta({ description: 'counting ends here; a figure this high means “or more”' }),
  }),
  analyst: z.object({
    engine: z.enum(['openai', 'local']),
    today: Spent,
    dailyTokenLimit: z.int().nullable(),
  }),
});
export type Speed = z.infer<typeof Speed>;
