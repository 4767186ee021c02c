import type { SettingsStore } from '../../ports/settings.ts';
import type { CaseDeps } from '../cases/deps.ts';

/** What trying and running rules needs. */
export interface WorkflowDeps extends CaseDeps {
  settings: SettingsStore;
}
