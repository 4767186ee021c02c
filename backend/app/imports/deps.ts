import type { SlaSettings } from '../../domain/sla/policy.ts';
import type { Imports } from '../../ports/imports.ts';
import type { SettingsStore } from '../../ports/settings.ts';
import type { SheetReader } from '../../ports/sheets.ts';
import type { Log } from '../../ports/system.ts';
import type { CaseDeps } from '../cases/deps.ts';

export interface ImportDeps extends CaseDeps {
  imports: Imports;
  sheets: SheetReader;
  settings: SettingsStore;
  terms: () => SlaSettings;
  log: Log;
  /** Lets others have a turn in the middle of long work. */
  pause: () => Promise<void>;
  /** Resolves once lists show what was written here. */
  settleAll: () => Promise<void>;
}
