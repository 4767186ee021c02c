import { parentPort, workerData } from 'node:worker_threads';
import { openNewRowsFile } from '../adapters/embedded/new-rows-file.ts';
import { systemClock } from '../adapters/system/system-clock.ts';
import { openStorage } from '../compose-storage.ts';
import type { Config } from '../config.ts';
import { readWorld } from './made-up-world.ts';
import { makeShard, type ShardPlan, shardFile } from './make-shard.ts';
import type { Written } from './write-cases.ts';

export interface ShardWork {
  config: Config;
  /** Where each shard gets a file of its own. */
  folder: string;
  nowMs: number;
  plan: Omit<ShardPlan, 'shard'>;
  shards: number[];
}

/** What the worker tells of while it goes on. */
export type ShardNews = { kind: 'written'; written: Written } | { kind: 'whole'; shard: number; seq: number };

const toldEvery = 1_000;

async function work({ config, folder, nowMs, plan, shards }: ShardWork): Promise<void> {
  const send = (news: ShardNews) => parentPort?.postMessage(news);
  const { tables } = await openStorage(config, systemClock);
  const world = await readWorld(config, tables, nowMs).finally(() => tables.close());
  for (const shard of shards) {
    const file = openNewRowsFile(shardFile(folder, shard));
    let untold: Written = { cases: 0, messages: 0 };
    const tell = ({ cases, messages }: Written) => {
      untold = { cases: untold.cases + cases, messages: untold.messages + messages };
      if (untold.cases < toldEvery) return;
      send({ kind: 'written', written: untold });
      untold = { cases: 0, messages: 0 };
    };
    const seq = await makeShard(world, { ...plan, shard }, { add: (rows) => file.add(rows), tell });
    file.close();
    send({ kind: 'written', written: untold });
    send({ kind: 'whole', shard, seq });
  }
}

await work(workerData as ShardWork);
