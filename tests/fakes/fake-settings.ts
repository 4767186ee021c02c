import { AuditRows } from '../../backend/adapters/store/audit-rows.ts';
import { TableSettingsStore } from '../../backend/adapters/store/settings-store.ts';
import { cryptoIds } from '../../backend/adapters/system/ids.ts';
import { bindSettings, type SettingsUseCases } from '../../backend/app/settings/settings-use-cases.ts';
import { defaultSettings } from '../../backend/default-settings.ts';
import type { SettingsStore } from '../../backend/ports/settings.ts';
import { noCountries } from '../support/sla-world.ts';
import { MemoryTables } from './memory-tables.ts';
import { TestClock } from './test-clock.ts';

/** The settings as they are shipped, without agents and teams, in a store of their own. */
export function fakeSettings(): SettingsUseCases {
  return settingsOver(new TableSettingsStore(new MemoryTables(), defaultSettings([], [])));
}

/** The use cases of settings over a store. */
export function settingsOver(settings: SettingsStore, book = { refresh: async () => {} }): SettingsUseCases {
  return bindSettings({
    ...{ settings, book, audit: new AuditRows(new MemoryTables()) },
    people: { person: async (_accessToken, id) => ({ id, name: 'Mei Lin', email: 'mei.lin@contoso.example' }) },
    ...{ clock: new TestClock(), ids: cryptoIds, holidays: noCountries, changed: () => {} },
  });
}
