import type { Blobs } from '../../ports/blobs.ts';
import type { MessageFiles } from '../../ports/message-files.ts';
import type { OutgoingText } from '../../ports/outgoing-text.ts';
import type { Scan } from '../../ports/scan.ts';
import type { SettingsStore } from '../../ports/settings.ts';
import type { CaseDeps } from '../cases/deps.ts';

/** What answering a customer needs. */
export interface ReplyDeps extends CaseDeps {
  settings: Pick<SettingsStore, 'read'>;
  outgoingText: OutgoingText;
  files: MessageFiles;
  blobs: Blobs;
  scan: Scan;
  /** Lower-case addresses of the watched mailboxes. */
  ourMailboxes: string[];
  /** How long a reply can be taken back. */
  undoMs: number;
  /** Lets the outbox look soon, and again after so many milliseconds. */
  wakeOutbox: () => void;
}
