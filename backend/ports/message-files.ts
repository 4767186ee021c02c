import type { Instant, KeptFile, MailAttachment } from '../domain/mail/mail.ts';

/** A message whose files are still in the mailbox alone. */
export interface AwaitedFiles {
  messageId: string;
  mailbox: string;
  graphId: string;
  attachments: MailAttachment[];
  attempts: number;
  /** Not to be tried before. */
  notBefore: Instant;
}

/** What became of the files of each message. Belongs to the message wherever that is moved. */
export interface MessageFiles {
  /** Durable when it resolves; repeating it is harmless. */
  expect(files: Omit<AwaitedFiles, 'attempts'>): Promise<void>;
  due(now: Instant, limit: number): Promise<AwaitedFiles[]>;
  postpone(files: AwaitedFiles, notBefore: Instant): Promise<void>;
  /** Records what became of the files, by attachment id, and awaits no more of the message. */
  settle(messageId: string, files: Record<string, KeptFile>): Promise<void>;
  /** Knows nothing of the message's files any more, and awaits none. */
  forget(messageId: string): Promise<void>;
  /** By attachment id; empty while nothing is known. */
  of(messageId: string): Promise<Record<string, KeptFile>>;
}
