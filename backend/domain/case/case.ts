import type { Actor } from '../access/actor.ts';
import type { Address, Instant, KeptFile, MailAttachment } from '../mail/mail.ts';
import type { MailMark } from '../mail/mail-mark.ts';
import type {
  AnalystEngine,
  CaseEventKind,
  CaseSource,
  CaseStatus,
  DeliveryState,
  MessageDirection,
  Priority,
  Sentiment,
  ThreadingRule,
} from '../vocabulary.ts';

export interface CaseAnalysis {
  engine: AnalystEngine;
  confidence: number;
  needsReview: boolean;
  reasons: string[];
}

/** A case as stored. Instants are UTC; `pausedMs` is wall-clock milliseconds spent in a paused status, closed spans only. */
export interface SupportCase {
  /** 24 lower-case hex digits; the first four choose the shard. */
  id: string;
  /** `HC-1042`; unique in the deployment. */
  number: string;
  subject: string;
  status: CaseStatus;
  priority: Priority;
  category: string;
  complaint: boolean;
  sentiment: Sentiment;
  language: string;
  summary: string;
  tags: string[];
  customer: Address;
  /** Everybody who wrote or received mail on the case, customer included, our own mailboxes excluded. */
  participants: Address[];
  /** Agent id, or null. */
  assignee: string | null;
  team: string | null;
  mailbox: string | null;
  source: CaseSource;
  /** Null until an engine has spoken. */
  ai: CaseAnalysis | null;
  /**
   * Versions since which only the product itself has added something. Whoever still holds one of them may write as if
   * they held the present one: what nobody has set or changed cannot be lost.
   */
  quietFrom: string[];
  /** Fields a person has set; a later analysis leaves them alone. */
  setByPerson: ('priority' | 'category')[];
  linked: { caseId: string; kind: 'mentions' | 'forward_of' }[];
  messageCount: number;
  createdAt: Instant;
  updatedAt: Instant;
  firstResponseAt: Instant | null;
  resolvedAt: Instant | null;
  closedAt: Instant | null;
  /** When the present pause began, or null when the clocks run. */
  pausedSince: Instant | null;
  pausedMs: number;
}

export interface CaseAttachment extends MailAttachment {
  /** What is known of its bytes; joined when the message is read, absent until they have been fetched. */
  file?: KeptFile | undefined;
}

/** What became of a mail that we send. */
export interface Delivery {
  state: DeliveryState;
  /** When this became so. */
  at: Instant;
  /** Until then it can be undone, where it waits to be sent. */
  sendAt: Instant | null;
  attempts: number;
  /** Why it was not sent, or came back, in a sentence for people; null while all is well. */
  error: string | null;
}

export interface CaseMessage {
  id: string;
  caseId: string;
  direction: MessageDirection;
  from: Address | null;
  to: Address[];
  cc: Address[];
  subject: string;
  /** Plain text shown first: no quotes, no signature. */
  visibleText: string;
  hasQuoted: boolean;
  /** Sanitised HTML for the sandboxed frame. */
  safeHtml: string;
  at: Instant;
  attachments: CaseAttachment[];
  internetMessageId: string | null;
  /** Where the mail lies, so that its attachments can be fetched; null for notes and hand-made cases. */
  graph: { mailbox: string; id: string } | null;
  /** True when a machine wrote it. */
  automatic: boolean;
  threadedBy: { rule: ThreadingRule; why: string };
  /** Only on mail that we send ourselves. */
  delivery?: Delivery;
}

export interface FieldChange {
  field: string;
  from: unknown;
  to: unknown;
}

/** One entry of a shard's log: audit trail, change feed and history in one. */
export interface CaseEvent {
  shard: number;
  /** 1, 2, 3 … without gaps in each shard. */
  seq: number;
  /** The operation that caused it; the same operation never adds a second event. */
  opId: string;
  kind: CaseEventKind;
  /** Null only for the fate of a mail that is on no case. */
  caseId: string | null;
  at: Instant;
  actor: Actor;
  changes: FieldChange[];
  messageId: string | null;
  mail: MailMark | null;
  /** A sentence for people, or null. */
  reason: string | null;
}

/** A value with the token that a later conditional write must present. */
export interface Versioned<T> {
  value: T;
  /** Opaque, without quotes. */
  etag: string;
}
