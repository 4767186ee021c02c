import type { Analyst } from '../../ports/analyst.ts';
import type { Blobs } from '../../ports/blobs.ts';
import type { CaseIndex } from '../../ports/case-index.ts';
import type { CaseNumbers, CaseStore } from '../../ports/case-store.ts';
import type { Directory } from '../../ports/directory.ts';
import type { MailDecisions } from '../../ports/mail-decisions.ts';
import type { MailText } from '../../ports/mail-text.ts';
import type { Mailbox, ReadMail } from '../../ports/mailbox.ts';
import type { OptionsOf } from '../../ports/mailbox-options.ts';
import type { MessageFiles } from '../../ports/message-files.ts';
import type { PendingMails } from '../../ports/pending-mail.ts';
import type { Scan } from '../../ports/scan.ts';
import type { SyncState } from '../../ports/sync-state.ts';
import type { Clock, Ids, Log } from '../../ports/system.ts';
import type { TaskIndex } from '../../ports/task-index.ts';
import type { Backlog } from './backlog.ts';
import type { Handled } from './handled.ts';
import type { LoopWindows } from './loop-windows.ts';

/** What the life of a mail needs. */
export interface IntakeDeps {
  mailbox: Mailbox;
  readMail: ReadMail;
  store: CaseStore;
  index: CaseIndex;
  tasks: Pick<TaskIndex, 'ofCase'>;
  numbers: CaseNumbers;
  directory: Directory;
  decisions: MailDecisions;
  pending: PendingMails;
  sync: SyncState;
  files: MessageFiles;
  blobs: Blobs;
  scan: Scan;
  mailText: MailText;
  optionsOf: OptionsOf;
  analyst: Analyst;
  clock: Clock;
  ids: Ids;
  log: Log;
  /** Lower-case addresses of the watched mailboxes. */
  ourMailboxes: string[];
  analysisDeadlineMs: number;
  handled: Handled;
  backlog: Backlog;
  loops: LoopWindows;
}
