import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type NewRowsFile, openNewRowsFile } from '../adapters/embedded/new-rows-file.ts';
import { TableCaseNumbers } from '../adapters/store/case-numbers.ts';
import { openCaseStore } from '../adapters/store/case-store.ts';
import { TableWorkflowState } from '../adapters/store/workflow-state.ts';
import { systemClock } from '../adapters/system/system-clock.ts';
import { readRuleBook } from '../app/workflow/rule-book.ts';
import { writeTimersDone } from '../app/workflow/timers-done.ts';
import { openStorage } from '../compose-storage.ts';
import type { Config } from '../config.ts';
import type { SeedArguments } from './arguments.ts';
import { followersOf } from './followers.ts';
import { readWorld } from './made-up-world.ts';
import { shardFile } from './make-shard.ts';
import { startShards } from './shard-threads.ts';
import type { Written } from './write-cases.ts';

const storeFile = 'handyconnect.db';

/** Whether the settings name an embedded store that is not there yet. */
export function isNewStore({ storage, dataDir }: Config): boolean {
  return storage.kind === 'embedded' && !existsSync(path.join(dataDir, storeFile));
}

/**
 * Fills a store that is not there yet: some threads make the cases up, a file a shard, and this one joins the files. The
 * store grows in a folder beside its place and is moved there when it is whole and durable.
 */
export async function fillNewStore(
  config: Config,
  wanted: SeedArguments,
  nowMs: number,
  written: Written,
): Promise<void> {
  const folder = path.join(config.dataDir, 'filling');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // A small store, in which the threads look up people and rules: the large one must not be open to anybody else.
  const model = { ...config, dataDir: path.join(folder, 'model') };
  const plan = await begin(model, wanted);
  const threads = startShards({ config: model, folder, nowMs, plan }, written);
  const file = path.join(folder, storeFile);
  const rows = openNewRowsFile(file);
  try {
    const heads = await join(rows, folder, threads.shards);
    await passOver(model, heads, nowMs);
    rows.addFrom(path.join(model.dataDir, storeFile));
    rows.finish();
  } finally {
    await threads.stop();
  }
  renameSync(file, path.join(config.dataDir, storeFile));
  rmSync(folder, { recursive: true, force: true });
}

async function begin(config: Config, wanted: SeedArguments) {
  const { tables, blobs, shards } = await openStorage(config, systemClock);
  const { shardCount } = await openCaseStore({ backend: tables, blobs, shards });
  const firstNumber = await new TableCaseNumbers(tables, systemClock).claim(wanted.cases);
  await tables.close();
  return { shardCount, firstNumber, wanted };
}

/** @returns the last sequence number of each shard */
async function join(rows: NewRowsFile, folder: string, shards: Promise<number>[]): Promise<number[]> {
  const heads: number[] = [];
  for (const [shard, whole] of shards.entries()) {
    heads.push(await whole);
    rows.addFrom(shardFile(folder, shard));
    rmSync(shardFile(folder, shard));
  }
  return heads;
}

/** Nobody who follows the log is to begin with what was made up, and no timer with a past that never was. */
async function passOver(config: Config, heads: number[], nowMs: number): Promise<void> {
  const { tables } = await openStorage(config, systemClock);
  try {
    for (const [shard, head] of heads.entries()) {
      for (const follower of followersOf(tables)) await follower.moveTo(shard, head);
    }
    const { version } = await readRuleBook(await readWorld(config, tables, nowMs));
    await writeTimersDone(new TableWorkflowState(tables), { version, untilMs: nowMs });
  } finally {
    await tables.close();
  }
}
