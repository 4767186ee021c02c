import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ShardNews, ShardWork } from './shard-worker.ts';
import type { Written } from './write-cases.ts';

export interface ShardThreads {
  /** For each shard, when its file is whole, its last sequence number. */
  shards: Promise<number>[];
  stop(): Promise<unknown>;
}

/** Makes up the cases of all shards, some at a time, keeping `written` up to date. */
export function startShards(work: Omit<ShardWork, 'shards'>, written: Written): ShardThreads {
  const all = Array.from({ length: work.plan.shardCount }, (_, shard) => shard);
  const threads = Math.min(all.length, availableParallelism());
  const workers = Array.from({ length: threads }, (_, thread) =>
    startWorker({ ...work, shards: all.filter((shard) => shard % threads === thread) }),
  );
  for (const worker of workers) {
    worker.on('message', (news: ShardNews) => {
      if (news.kind !== 'written') return;
      written.cases += news.written.cases;
      written.messages += news.written.messages;
    });
  }
  return {
    shards: all.map((shard) => whole(workers[shard % threads], shard)),
    stop: () => Promise.all(workers.map((worker) => worker.terminate())),
  };
}

function whole(worker: Worker | undefined, shard: number): Promise<number> {
  const seq = new Promise<number>((resolve, reject) => {
    worker?.on('message', (news: ShardNews) => {
      if (news.kind === 'whole' && news.shard === shard) resolve(news.seq);
    });
    worker?.on('error', reject);
  });
  // Whoever waits for an earlier shard learns of a fault there.
  seq.catch(() => undefined);
  return seq;
}

/** Seeding always runs from the source, so the thread must be told how to read TypeScript first. */
function startWorker(workerData: ShardWork): Worker {
  const file = JSON.stringify(new URL('./shard-worker.ts', import.meta.url).href);
  const source = `import('tsx/esm/api').then(({ register }) => { register(); return import(${file}); })`;
  return new Worker(source, { eval: true, workerData });
}
