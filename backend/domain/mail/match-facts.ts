import type { TaskMail } from '../task/task.ts';
import type { CaseStatus, ThreadingRule } from '../vocabulary.ts';
import type { Address, Instant } from './mail.ts';

/** A case that something in the mail points to. */
export interface FoundCase {
  caseId: string;
  number: string;
  status: CaseStatus;
  /** Everybody on the case, our own mailboxes excluded. */
  participants: Address[];
  /** The case's subject, where the looker-up has it. */
  subject?: string;
  /** When the case was closed, where it is. */
  closedAt?: Instant | null;
  /** The case this one was merged into, at the end of the chain. */
  mergedInto?: Pick<FoundCase, 'caseId' | 'number' | 'status' | 'closedAt'>;
  /** True when the matched id is of a mail we never received: another mail of the case merely names it. */
  unseenParent?: boolean;
  /** True when the matched id is of a mail that we sent ourselves. */
  ourMail?: boolean;
  /** The task that the matched mail, or the token in the subject, is about. */
  task?: TaskMail;
}

/** What was looked up for a mail before deciding. */
export interface MatchFacts {
  /** The case of the mail that a delivery or abuse report is about. */
  byReport?: FoundCase;
  /** The case whose number stands in the address the mail was sent to. */
  byPlusAddress?: FoundCase;
  byInReplyTo?: FoundCase;
  byReference?: FoundCase;
  /** The case that waits for this mail because an answer to it arrived first. */
  awaited?: FoundCase;
  byConversation?: FoundCase;
  /** One for every case number in the subject that exists, in the order of the subject. */
  byToken?: FoundCase[];
  /** The cases of the tasks whose tokens stand in the subject. */
  byTaskToken?: FoundCase[];
  /** True when somebody who works here wrote it. */
  byAgent?: boolean;
  /** A recent case of the sender whose subject holds the same number of another ticket system. */
  byForeignTicket?: FoundCase;
  /** A recent case of the sender with the same base subject. */
  bySubject?: FoundCase;
}

/** What an administrator may choose. */
export interface MatchPolicy {
  /** What mail to a closed case does: opens it again, or opens a new case that is linked to it. */
  closedCase: 'reopen' | 'follow_up';
  /** With `reopen`: days after closing from which on a new case is opened all the same; null for never. */
  followUpAfterDays: number | null;
}

/** A case that a rule would put the mail on. */
export interface Candidate {
  found: FoundCase;
  rule: ThreadingRule;
  why: string;
}
