import type { MessageFiles } from '../../ports/message-files.ts';
import type { SettingsStore } from '../../ports/settings.ts';
import type { TaskIndex } from '../../ports/task-index.ts';
import type { CaseDeps } from '../cases/deps.ts';

/** What every use case on tasks needs. */
export interface TaskDeps extends CaseDeps {
  tasks: TaskIndex;
  settings: Pick<SettingsStore, 'read'>;
  /** Resolves once everything that any process has committed before shows in lists. */
  catchUp: () => Promise<void>;
  files: Pick<MessageFiles, 'of'>;
  /** Lower-case addresses of the watched mailboxes. */
  ourMailboxes: string[];
  /** How long a mail to somebody outside can be taken back. */
  undoMs: number;
  /** Lets the outbox look soon. */
  wakeOutbox: () => void;
}
