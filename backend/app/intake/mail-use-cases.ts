import type { Actor } from '../../domain/access/actor.ts';
import type { Analysis } from '../../domain/triage/analysis.ts';
import type { CaseEdit, Created, Idempotency, VersionedCase } from '../cases/case-use-cases.ts';

export interface MailToConvert {
  mailbox?: string | undefined;
  internetMessageId?: string | undefined;
  conversationId?: string | undefined;
  /** A Graph message resource as a client handed it over: hostile. */
  message?: Record<string, unknown> | undefined;
  overrides?: Pick<CaseEdit, 'subject' | 'priority' | 'category' | 'assignee' | 'team'> | undefined;
}

/** A push from Graph, already parsed but not yet believed. */
export interface MailNotification {
  subscriptionId: string;
  clientState: string | null;
  /** Graph id of the mail, absent in lifecycle notifications. */
  graphId: string | null;
  lifecycleEvent: 'missed' | 'subscriptionRemoved' | 'reauthorizationRequired' | null;
}

/** Bringing mail in. */
export interface MailUseCases {
  caseFromMail(actor: Actor, input: MailToConvert, idempotency?: Idempotency): Promise<Created>;
  lookupMail(query: {
    internetMessageId?: string | undefined;
    conversationId?: string | undefined;
    sender?: string | undefined;
  }): Promise<{ case: VersionedCase | null; customerCases: VersionedCase[] }>;
  previewTriage(input: { subject: string; body: string; contentType: 'text' | 'html' }): Promise<Analysis>;
  /**
   * Stores what Graph pushed, after comparing each clientState; forged ones are dropped and counted.
   * @throws Failure `unavailable` when it could not be stored, so that Graph tries again
   */
  noteNotifications(notifications: MailNotification[]): Promise<{ accepted: number; refused: number }>;
}
