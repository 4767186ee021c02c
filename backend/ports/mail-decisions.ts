import type { TaskMail } from '../domain/task/task.ts';

/**
 * Decisions that must be the same whoever takes them: which case a mail, or a conversation, belongs to. The first to
 * decide wins and everybody else follows. Keys are hashes made by `Ids`.
 */
export interface MailDecision {
  /** Null: the mail is on no case. */
  caseId: string | null;
  /** The message the mail becomes, were it to arrive; derived from its key. */
  messageId: string;
  /** True when a reply decided it for a mail that had not arrived. */
  awaited: boolean;
  /** True when the mail is held back. The decision holds until a person lets the mail go on. */
  parked?: boolean;
  /** Present where the mail is between us and somebody outside, about a task of theirs. */
  task?: TaskMail;
}

export interface MailDecisions {
  /**
   * Stores the decision if there is none, and answers the one that holds. A mail that arrives overrules what a reply
   * had assumed for it, if it has seen that, and one that was let go on overrules that it was parked: `overrule` is the
   * awaited or parked decision to be replaced.
   */
  decideMail(mailKey: string, decision: MailDecision, overrule?: MailDecision): Promise<MailDecision>;
  mail(mailKey: string): Promise<MailDecision | undefined>;
  /** A mail that arrived shows on another case now, and answers to it go there. A mail nobody decided about is left alone. */
  redirectMail(mailKey: string, caseId: string): Promise<void>;
  /** Stores the case of a conversation if there is none; answers the one that holds. */
  decideConversation(conversationKey: string, caseId: string): Promise<string>;
  conversation(conversationKey: string): Promise<string | undefined>;
}
