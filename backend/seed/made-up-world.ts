import { createHolidays } from '../adapters/holidays/date-holidays.ts';
import { SettingsDirectory } from '../adapters/store/settings-directory.ts';
import { TableSettingsStore } from '../adapters/store/settings-store.ts';
import { cryptoIds } from '../adapters/system/ids.ts';
import { createJsonLog } from '../adapters/system/json-log.ts';
import { systemClock } from '../adapters/system/system-clock.ts';
import { SlaBook } from '../app/sla/sla-book.ts';
import { readRuleBook } from '../app/workflow/rule-book.ts';
import type { Config } from '../config.ts';
import { defaultSettings } from '../default-settings.ts';
import type { Completion } from '../ports/case-store.ts';
import type { SettingsStore } from '../ports/settings.ts';
import type { TableBackend } from '../ports/table-backend.ts';
import { keepClocksTold } from './keep-clocks-told.ts';
import type { CaseWorld } from './made-up-case.ts';

export interface MadeUpWorld extends CaseWorld {
  completion: Completion;
  settings: SettingsStore;
}

/** The people, promises and rules that made-up cases have lived with: those in the settings of the store. */
export async function readWorld(config: Config, tables: TableBackend, nowMs: number): Promise<MadeUpWorld> {
  const settings = await settingsOf(config, tables);
  const book = new SlaBook({ settings, holidays: createHolidays(), log: createJsonLog({ level: 'error' }) });
  await book.refresh();
  return {
    settings,
    ids: cryptoIds,
    agents: await new SettingsDirectory(settings, systemClock).agents(),
    mailbox: config.mailboxes[0] ?? 'support@contoso.example',
    rules: (await readRuleBook({ settings })).book,
    nowMs,
    completion: keepClocksTold(() => book.terms(), nowMs),
  };
}

/** In the sandbox with its made-up people, until somebody writes others. */
async function settingsOf(config: Config, tables: TableBackend): Promise<TableSettingsStore> {
  const made = config.mode === 'sandbox' ? (await import('../sandbox/agents.ts')).sandboxAgents : [];
  return new TableSettingsStore(tables, defaultSettings(made, []));
}
