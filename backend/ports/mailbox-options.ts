import type { MatchPolicy } from '../domain/mail/match-facts.ts';

/** What an administrator chose for a mailbox. */
export interface MailboxOptions extends MatchPolicy {
  /** Whether newsletters and announcements open cases. */
  bulkOpensCase: boolean;
  /** The shortest silence that raises an alarm; null for that of the deployment, 0 for none. */
  silenceMinutes: number | null;
}

/** The usual options where nothing was chosen. Comes from the settings document `mailboxes`. */
export type OptionsOf = (mailbox: string) => Promise<MailboxOptions>;
