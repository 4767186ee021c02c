import type { MailDecisions } from '../../ports/mail-decisions.ts';
import type { Operations } from '../../ports/operations.ts';
import type { Log } from '../../ports/system.ts';
import type { CaseDeps } from '../cases/deps.ts';

/** What changes to several cases need. */
export interface LifecycleDeps extends CaseDeps {
  operations: Operations;
  decisions: MailDecisions;
  log: Log;
  /** Lower-case addresses of the watched mailboxes. */
  ourMailboxes: string[];
}
