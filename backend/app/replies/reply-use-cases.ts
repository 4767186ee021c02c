import type { Actor } from '../../domain/access/actor.ts';
import type { CaseMessage } from '../../domain/case/case.ts';
import type { Address } from '../../domain/mail/mail.ts';
import type { RecipientCheck } from '../../domain/mail/recipient-guard.ts';
import type { CaseStatus } from '../../domain/vocabulary.ts';
import type { Idempotency, VersionedCase } from '../cases/case-use-cases.ts';

/** A file that goes with a reply. */
export interface ReplyFile {
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** What an agent wants to send. Without `to` and `cc` everybody on the answered mail is answered. */
export interface ReplyInput {
  html?: string | undefined;
  text?: string | undefined;
  /** Used where neither `html` nor `text` is given. */
  templateId?: string | undefined;
  to?: Address[] | undefined;
  cc?: Address[] | undefined;
  acceptRecipientChanges?: boolean | undefined;
  /** Message of the case that is answered; the customer's last mail unless given. */
  answers?: string | undefined;
  attachments?: ReplyFile[] | undefined;
  thenStatus?: CaseStatus | undefined;
}

export interface Replied {
  message: CaseMessage;
  case: VersionedCase;
  /** False when an earlier call with the same key had sent it. */
  created: boolean;
}

export type ReplyDraft = Pick<ReplyInput, 'html' | 'text' | 'to' | 'cc' | 'answers'> & { attachmentCount: number };

export interface CheckedReply extends RecipientCheck {
  /** The message that would be answered, or null. */
  answers: string | null;
  /** The numbers of other customers' cases by the address of an outsider who is new here. */
  otherCases: Record<string, string>;
  /** The text speaks of a file and none is attached. */
  forgottenFile: boolean;
  /** Whoever answered the message before, the last of them. */
  answeredBy: { name: string; at: string } | null;
}

export interface TemplateTrial {
  text: string;
  language: string;
  /** A case's id or number; made-up values stand in without one. */
  case?: string | undefined;
}

export interface FilledTemplate {
  text: string;
  html: string;
  /** What a person still has to fill in. */
  blanks: string[];
}

/** Answering customers. */
export interface ReplyUseCases {
  /**
   * @throws Failure `recipients-changed` carrying a `CheckedReply` when somebody is added or dropped and that was not
   *   accepted; `invalid` for an empty reply, blanks left open or a file that may not be sent; `conflict` when the status
   *   may not follow
   */
  replyToCase(actor: Actor, ref: string, reply: ReplyInput, idempotency?: Idempotency): Promise<Replied>;
  /** Who would receive the reply, and what is odd about it; changes nothing. */
  checkReply(ref: string, draft: ReplyDraft): Promise<CheckedReply>;
  /** Takes back a reply that has not left. @throws Failure `conflict` once it is on its way, `not-found` */
  undoSend(actor: Actor, ref: string, messageId: string): Promise<VersionedCase>;
  /** Puts a refused reply into the outbox again. @throws Failure `conflict` unless it was refused, `not-found` */
  sendAgain(actor: Actor, ref: string, messageId: string): Promise<VersionedCase>;
  fillTemplate(actor: Actor, trial: TemplateTrial): Promise<FilledTemplate>;
}
