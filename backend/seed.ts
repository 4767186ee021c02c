import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { TableCaseNumbers } from './adapters/store/case-numbers.ts';
import { openCaseStore } from './adapters/store/case-store.ts';
import { TableMailDecisions } from './adapters/store/mail-decisions.ts';
import { systemClock } from './adapters/system/system-clock.ts';
import { openStorage } from './compose-storage.ts';
import { type Config, ConfigError, loadConfig } from './config.ts';
import { Failure } from './domain/failure.ts';
import { readSeedArguments, type SeedArguments, seedUsage } from './seed/arguments.ts';
import { fillNewStore, isNewStore } from './seed/fill-new-store.ts';
import { followersOf } from './seed/followers.ts';
import { readWorld } from './seed/made-up-world.ts';
import { skipMadeUp } from './seed/skip-made-up.ts';
import { type Written, writeCases } from './seed/write-cases.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const toldEveryMs = 5_000;

/** Fills the store that the settings name with made-up cases. */
async function main(): Promise<void> {
  const wanted = readSeedArguments(process.argv.slice(2));
  if ('faults' in wanted) return refuse([...wanted.faults, `For example: ${seedUsage}`]);
  const dotEnv = path.join(root, '.env');
  if (existsSync(dotEnv)) process.loadEnvFile(dotEnv);
  const config = loadConfig(process.env);
  const nowMs = systemClock.nowMs();
  const written: Written = { cases: 0, messages: 0 };
  const progress = setInterval(() => console.log(lineOf(written, wanted, nowMs)), toldEveryMs);
  const fill = isNewStore(config) ? fillNewStore : addToStore;
  await fill(config, wanted, nowMs, written).finally(() => clearInterval(progress));
  console.log(`${lineOf(written, wanted, nowMs)} Done.`);
}

/** By ordinary commits, beside whatever else is written to the store. */
async function addToStore(config: Config, wanted: SeedArguments, nowMs: number, written: Written): Promise<void> {
  const { tables, blobs, shards, shared } = await openStorage(config, systemClock);
  try {
    const world = await readWorld(config, tables, nowMs);
    const { completion } = world;
    const store = await openCaseStore({ backend: tables, blobs, shards, announceCommits: shared, completion });
    const numbers = new TableCaseNumbers(tables, systemClock);
    await writeCases({ ...world, store, numbers, decisions: new TableMailDecisions(tables) }, wanted, written);
    for (const follower of followersOf(tables)) await skipMadeUp(store, follower);
  } finally {
    await tables.close();
  }
}

function lineOf({ cases, messages }: Written, wanted: SeedArguments, startedMs: number): string {
  const seconds = Math.max(0.001, (systemClock.nowMs() - startedMs) / 1000);
  const count = (n: number) => n.toLocaleString('en');
  const rate = Math.round(cases / seconds);
  return `${count(cases)} of ${count(wanted.cases)} cases, ${count(messages)} messages, ${count(rate)} cases a second.`;
}

function refuse(lines: string[]): void {
  console.error(lines.join('\n'));
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  // What was written before the fault stays; running again adds the rest.
  if (error instanceof ConfigError || error instanceof Failure) return refuse([error.message]);
  console.error(error);
  process.exitCode = 1;
});
