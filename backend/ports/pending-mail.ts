import type { Instant, NotedBy } from '../domain/mail/mail.ts';

/** A mail we were told of and have not finished. The row goes only when every step of intake is done. */
export interface PendingMail {
  mailbox: string;
  graphId: string;
  notedAt: Instant;
  attempts: number;
  /** Not to be tried before. */
  notBefore: Instant;
  lastError: string | null;
  /** Absent in rows from before it was kept. */
  notedBy?: NotedBy;
  /** Its Message-ID, where the finder knew it: the mail can then be found again when its Graph id is gone. */
  internetMessageId?: string | null;
  /** True when a person let it go on although it had been parked. */
  released?: boolean;
}

export type NotedMail = Pick<PendingMail, 'mailbox' | 'graphId' | 'notedBy' | 'internetMessageId' | 'released'>;

export interface PendingMails {
  /** Durable when it resolves; noting the same mail twice is one row. @throws Failure `unavailable` when not stored */
  note(mails: NotedMail[], now: Instant): Promise<void>;
  /** Those due, oldest first. */
  due(now: Instant, limit: number): Promise<PendingMail[]>;
  count(): Promise<number>;
  /** The first to be tried next, at most `limit`. */
  waiting(limit: number): Promise<PendingMail[]>;
  /** Removes the row. */
  finish(mail: Pick<PendingMail, 'mailbox' | 'graphId'>): Promise<void>;
  /** Removes many at once, as they were read. One that was postponed meanwhile comes again, which is harmless. */
  finishAll(mails: PendingMail[]): Promise<void>;
  postpone(mail: PendingMail, notBefore: Instant, lastError: string): Promise<void>;
}
