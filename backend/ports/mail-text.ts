import type { IncomingMail } from '../domain/mail/mail.ts';

export interface ReadableMail {
  /** Plain text without quoted mails and signature; never empty when the mail had text of its own. */
  visibleText: string;
  hasQuoted: boolean;
  /** Plain text of the signature; empty when there is none. */
  signature: string;
  /**
   * Sanitised HTML: no scripts, no handlers, no forms, no remote content without asking. A remote image keeps its address
   * as base64url in `data-remote-src`, an inline one its content id in `data-cid`; neither has a `src`. Where a mail
   * program began to quote, an element carries `data-quoted="below"`.
   */
  safeHtml: string;
}

/** Turns a hostile body into something a person can read safely. Never throws; input beyond 200 KB is cut. */
export interface MailText {
  read(body: IncomingMail['body']): ReadableMail;
}
