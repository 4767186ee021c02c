import type { Actor } from '../../domain/access/actor.ts';
import type { Judgement } from '../../domain/mail/mail.ts';
import type { Analysis } from '../../domain/triage/analysis.ts';
import type { FoundCase } from '../../ports/case-index.ts';
import type { ReadableMail } from '../../ports/mail-text.ts';
import type { CaseEdit, Created, Idempotency } from '../cases/case-use-cases.ts';

export interface MailToConvert {
  mailbox?: string | undefined;
  internetMessageId?: string | undefined;
  conversationId?: string | undefined;
  /** A Graph message resource as a client handed it over: hostile. */
  message?: Record<string, unknown> | undefined;
  /** Id or number of the case that the mail is to join. */
  into?: string | undefined;
  overrides?: Pick<CaseEdit, 'subject' | 'priority' | 'category' | 'assignee' | 'team'> | undefined;
}

/** A mail as a client shows it to us: hostile, and not necessarily one that lies anywhere. */
export interface MailToInspect {
  /** A Graph message resource, or whatever else was sent in its place. */
  message: unknown;
  /** The mailbox it is to be looked at for; the first watched one where nobody says. */
  mailbox?: string | undefined;
}

/** What would become of a mail, and how it reads. */
export interface InspectedMail extends ReadableMail {
  judgement: Judgement;
  baseSubject: string;
  /** The existing case it belongs to, or null. */
  match: { caseId: string | null; why: string };
}

/** A push from Graph, already parsed but not yet believed. */
export interface MailNotification {
  subscriptionId: string;
  clientState: string | null;
  /** Graph id of the mail, absent in lifecycle notifications. */
  graphId: string | null;
  lifecycleEvent: 'missed' | 'subscriptionRemoved' | 'reauthorizationRequired' | null;
}

export interface MailToLookUp {
  internetMessageId?: string | undefined;
  conversationId?: string | undefined;
  sender?: string | undefined;
}

/** Bringing mail in. */
export interface MailUseCases {
  /** @throws Failure `conflict` when the mail is to join a case and is on another already, or that one was merged */
  caseFromMail(actor: Actor, input: MailToConvert, idempotency?: Idempotency): Promise<Created>;
  /** @param look gives a case, or the one that it was merged into; null when it is gone */
  lookupMail<T extends { id: string }>(
    query: MailToLookUp,
    look: (caseId: string) => Promise<T | null>,
  ): Promise<{ case: T | null; customerCases: FoundCase[] }>;
  /** Changes nothing, and answers for any message. */
  inspectMail(input: MailToInspect): Promise<InspectedMail>;
  previewTriage(input: {
    subject: string;
    body: string;
    contentType: 'text' | 'html';
    mailbox?: string | undefined;
  }): Promise<Analysis>;
  /**
   * Stores what Graph pushed, after comparing each clientState; forged ones are dropped and counted.
   * @throws Failure `unavailable` when it could not be stored, so that Graph tries again
   */
  noteNotifications(notifications: MailNotification[]): Promise<{ accepted: number; refused: number }>;
}
