import type { Letter } from '../domain/mail/letter.ts';
import type { Instant } from '../domain/mail/mail.ts';

/** A mail of ours as it lies in its mailbox. */
export interface OwnMail {
  /** The same before and after it was sent. */
  graphId: string;
  state: 'draft' | 'sent';
  /** As it went out: the mail system may have given it another than we did. */
  internetMessageId: string | null;
  conversationId: string | null;
}

/** By what a mail of ours is looked for, the surest first. */
export interface OwnMailMarks {
  graphId: string | null;
  internetMessageId: string;
  /** The letter's id. */
  mark: string;
  /** It cannot have been sent before. */
  since: Instant;
}

/**
 * Sends mail from the shared mailboxes in two steps, because a draft can be sent once only. Every method throws Failure:
 * `throttled` with seconds to wait, `unavailable` when Graph does not answer or breaks (then it may have been done),
 * `forbidden` when the application lacks the right, `invalid` or `too-large` when Graph refuses the mail for good.
 */
export interface MailSender {
  /**
   * Lays the letter among the drafts; answers its Graph id.
   * @param answers Graph id of the mail it answers, so that both share a conversation; a mail that is gone is done without
   */
  draft(letter: Letter, answers: string | null): Promise<string>;
  /** @throws Failure `invalid` when it is no draft any more */
  send(mailbox: string, graphId: string): Promise<void>;
  /** Throws a draft away; one that is gone is fine. */
  discard(mailbox: string, graphId: string): Promise<void>;
  /** Resolves when the application may draft and send from the mailbox; sends nothing. @throws Failure `forbidden` */
  maySend(mailbox: string): Promise<void>;
  /** Null when it lies neither among the drafts nor among the sent mails. */
  look(mailbox: string, marks: OwnMailMarks): Promise<OwnMail | null>;
}
