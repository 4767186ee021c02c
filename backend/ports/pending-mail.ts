import type { Instant } from '../domain/mail/mail.ts';

/** A mail we were told of and have not finished. The row goes only when every step of intake is done. */
export interface PendingMail {
  mailbox: string;
  graphId: string;
  notedAt: Instant;
  attempts: number;
  /** Not to be tried before. */
  notBefore: Instant;
  lastError: string | null;
}

export interface PendingMails {
  /** Durable when it resolves; noting the same mail twice is one row. @throws Failure `unavailable` when not stored */
  note(mails: Pick<PendingMail, 'mailbox' | 'graphId'>[], now: Instant): Promise<void>;
  /** Those due, oldest first. */
  due(now: Instant, limit: number): Promise<PendingMail[]>;
  count(): Promise<number>;
  /** Removes the row. */
  finish(mail: Pick<PendingMail, 'mailbox' | 'graphId'>): Promise<void>;
  /** Removes many at once, as they were read. One that was postponed meanwhile comes again, which is harmless. */
  finishAll(mails: PendingMail[]): Promise<void>;
  postpone(mail: PendingMail, notBefore: Instant, lastError: string): Promise<void>;
}
