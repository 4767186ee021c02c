import type { ActivityFeed } from '../../ports/activity-feed.ts';
import type { Firings } from '../../ports/firings.ts';
import type { MailSender } from '../../ports/mail-sender.ts';
import type { Mentions } from '../../ports/mentions.ts';
import type { PreferenceStore } from '../../ports/notice-preferences.ts';
import type { Notifier } from '../../ports/notifier.ts';
import type { OpenWork } from '../../ports/open-work.ts';
import type { OutgoingRows } from '../../ports/outgoing.ts';
import type { Presence } from '../../ports/presence.ts';
import type { SettingsStore } from '../../ports/settings.ts';
import type { Log } from '../../ports/system.ts';
import type { Timers } from '../../ports/timers.ts';
import type { Webhooks } from '../../ports/webhooks.ts';
import type { WorkflowState } from '../../ports/workflow-state.ts';
import type { CaseDeps } from '../cases/deps.ts';

/** What trying rules needs. */
export interface WorkflowDeps extends CaseDeps {
  settings: SettingsStore;
  state: WorkflowState;
  openWork: OpenWork;
  /** Lower-case addresses of the watched mailboxes. */
  ourMailboxes: string[];
  firings: Firings;
  mentions: Mentions;
  presence: Presence;
  /** Resolves once the case's last commit shows in lists. */
  settle: (caseId: string) => Promise<void>;
  /** Lets others have a turn in the middle of long work. */
  pause: () => Promise<void>;
}

/** What running them by themselves needs. */
export interface EngineDeps extends WorkflowDeps {
  outgoing: OutgoingRows;
  notifier: Notifier;
  activityFeed: ActivityFeed;
  preferences: PreferenceStore;
  /** For notices by e-mail. */
  sender: MailSender;
  /** Without a slash at the end. */
  publicUrl: string;
  webhooks: Webhooks;
  timers: Timers;
  /** Links two cases, in the name of the product. Linking again changes nothing. */
  link: (caseId: string, to: string) => Promise<void>;
  /** Makes a task for a case; the same `id` makes it once. */
  addTask: (caseId: string, task: { title: string; description: string }, id: string) => Promise<void>;
  /** Makes the tasks of the case's category that it does not have yet. */
  addTemplateTasks: (caseId: string) => Promise<void>;
  log: Log;
}
