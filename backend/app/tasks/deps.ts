import type { SettingsStore } from '../../ports/settings.ts';
import type { TaskIndex } from '../../ports/task-index.ts';
import type { CaseDeps } from '../cases/deps.ts';

/** What every use case on tasks needs. */
export interface TaskDeps extends CaseDeps {
  tasks: TaskIndex;
  settings: Pick<SettingsStore, 'read'>;
  /** Resolves once everything that any process has committed before shows in lists. */
  catchUp: () => Promise<void>;
}
