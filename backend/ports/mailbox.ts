import type { IncomingMail, Instant } from '../domain/mail/mail.ts';

/** A mail as a list shows it. */
export interface ListedMail {
  graphId: string;
  internetMessageId: string | null;
}

export interface DeltaPage {
  /** Mails created or changed since the cursor; removed ones are left out. */
  mails: ListedMail[];
  /** Where the next call goes on; null when the server forgot the cursor and everything must be read again. */
  cursor: string | null;
}

/**
 * The shared mailboxes. Every method throws Failure: `throttled` with seconds to wait, `unavailable` when Graph does not
 * answer, `forbidden` when the application lacks the right, `not-found` when the mailbox or mail is gone.
 */
export interface Mailbox {
  /** @throws Failure `not-found` when the mail was deleted meanwhile */
  fetch(mailbox: string, graphId: string): Promise<IncomingMail>;
  /** The inbox's changes since `cursor`; null starts from the beginning. All pages are read. */
  delta(mailbox: string, cursor: string | null): Promise<DeltaPage>;
  /** Mails received at or after `since`: in the inbox, or anywhere, leaving out drafts and what we sent ourselves. */
  receivedSince(mailbox: string, since: Instant, where?: 'inbox' | 'anywhere'): Promise<ListedMail[]>;
  /** Mails among the sent ones that left at or after `since`. */
  sentSince(mailbox: string, since: Instant): Promise<ListedMail[]>;
  /** Graph id of the mail with this Message-ID in the mailbox, or null. */
  find(mailbox: string, internetMessageId: string): Promise<string | null>;
  /** Bytes of one attachment. */
  attachment(
    mailbox: string,
    graphId: string,
    attachmentId: string,
  ): Promise<{ bytes: Uint8Array; type: string; name: string }>;
  /** Asks Graph to push new mails of the inbox to `notificationUrl`. Resolves after Graph has validated the address. */
  subscribe(request: {
    mailbox: string;
    notificationUrl: string;
    lifecycleUrl: string;
    clientState: string;
    expiresAt: Instant;
  }): Promise<{ id: string; expiresAt: Instant }>;
  /** @throws Failure `not-found` when Graph no longer knows it */
  renew(subscriptionId: string, expiresAt: Instant): Promise<Instant>;
  unsubscribe(subscriptionId: string): Promise<void>;
}

/** Reads a mail that a client handed over as a Graph message resource. Never throws: what is malformed is left out. */
export type ReadMail = (mailbox: string, message: unknown) => IncomingMail;
