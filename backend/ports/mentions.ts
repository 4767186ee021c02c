import type { Instant } from '../domain/mail/mail.ts';

/** Somebody was mentioned in a note. What the note says stays on the case. */
export interface Mention {
  caseId: string;
  messageId: string;
  at: Instant;
  /** Of the entry in the log; makes it one mention however often it is noted. */
  entry: string;
}

/** Who was mentioned where, kept up from the log. */
export interface Mentions {
  note(agentId: string, mention: Mention): Promise<void>;
  /** Newest first. */
  since(agentId: string, since: Instant, limit: number): Promise<Mention[]>;
}
