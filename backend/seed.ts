import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHolidays } from './adapters/holidays/date-holidays.ts';
import { TableCaseNumbers } from './adapters/store/case-numbers.ts';
import { openCaseStore } from './adapters/store/case-store.ts';
import { TableConversations } from './adapters/store/conversations.ts';
import { TableMailDecisions } from './adapters/store/mail-decisions.ts';
import { SettingsDirectory } from './adapters/store/settings-directory.ts';
import { TableSettingsStore } from './adapters/store/settings-store.ts';
import { TableWorkflowState } from './adapters/store/workflow-state.ts';
import { cryptoIds } from './adapters/system/ids.ts';
import { createJsonLog } from './adapters/system/json-log.ts';
import { systemClock } from './adapters/system/system-clock.ts';
import { SlaBook } from './app/sla/sla-book.ts';
import { follower, moveFollower, positionOf } from './app/workflow/positions.ts';
import { openStorage, type Storage } from './compose-storage.ts';
import { type Config, ConfigError, loadConfig } from './config.ts';
import { defaultSettings } from './default-settings.ts';
import { Failure } from './domain/failure.ts';
import { readSeedArguments, type SeedArguments, seedUsage } from './seed/arguments.ts';
import { keepClocksTold } from './seed/keep-clocks-told.ts';
import { skipMadeUp } from './seed/skip-made-up.ts';
import { type Written, writeCases } from './seed/write-cases.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Fills the store that the settings name with made-up cases. */
async function main(): Promise<void> {
  const wanted = readSeedArguments(process.argv.slice(2));
  if ('faults' in wanted) return refuse([...wanted.faults, `For example: ${seedUsage}`]);
  const dotEnv = path.join(root, '.env');
  if (existsSync(dotEnv)) process.loadEnvFile(dotEnv);
  const config = loadConfig(process.env);
  const storage = await openStorage(config, systemClock, { bulk: true });
  try {
    await fill(config, storage, wanted);
  } finally {
    await storage.tables.close();
  }
}

async function fill(config: Config, { tables, blobs, shards, shared }: Storage, wanted: SeedArguments): Promise<void> {
  const settings = await settingsOf(config, tables);
  const book = new SlaBook({ settings, holidays: createHolidays(), log: createJsonLog({ level: 'error' }) });
  await book.refresh();
  const completion = keepClocksTold(() => book.terms(), systemClock.nowMs());
  const store = await openCaseStore({ backend: tables, blobs, shards, announceCommits: shared, completion });
  const deps = {
    store,
    decisions: new TableMailDecisions(tables),
    numbers: new TableCaseNumbers(tables, systemClock),
    ids: cryptoIds,
    agents: await new SettingsDirectory(settings, systemClock).agents(),
    mailbox: config.mailboxes[0] ?? 'support@contoso.example',
    nowMs: systemClock.nowMs(),
  };
  const written: Written = { cases: 0, messages: 0 };
  const progress = setInterval(() => console.log(lineOf(written, wanted, deps.nowMs)), 1_000);
  await writeCases(deps, wanted, written).finally(() => clearInterval(progress));
  console.log(`${lineOf(written, wanted, deps.nowMs)} Done.`);
  const conversations = new TableConversations(tables);
  await skipMadeUp(store, {
    position: (shard) => conversations.announcedUntil(shard),
    moveTo: (shard, seq) => conversations.setAnnouncedUntil(shard, seq),
  });
  const state = new TableWorkflowState(tables);
  for (const who of Object.values(follower)) {
    await skipMadeUp(store, {
      position: (shard) => positionOf(state, who, shard),
      moveTo: (shard, seq) => moveFollower(state, who, shard, seq),
    });
  }
}

/** In the sandbox with its made-up people, until somebody writes others. */
async function settingsOf(config: Config, tables: Storage['tables']): Promise<TableSettingsStore> {
  const made = config.mode === 'sandbox' ? (await import('./sandbox/agents.ts')).sandboxAgents : [];
  return new TableSettingsStore(tables, defaultSettings(made, []));
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
