import type { Actor } from '../access/actor.ts';
import type { DeliveryReport } from '../mail/delivery-report.ts';
import type { Address, Instant, KeptFile, MailAttachment } from '../mail/mail.ts';
import type { MailMark } from '../mail/mail-mark.ts';
import type { CaseSla } from '../sla/case-sla.ts';
import type { ClockName, Terms } from '../sla/clock-events.ts';
import type { Task, TaskMail, TaskTotals } from '../task/task.ts';
import type { Entities, SuggestedTask } from '../triage/analysis.ts';

import type {
  AnalystEngine,
  CaseEventKind,
  CaseSource,
  CaseStatus,
  DeliveryState,
  LinkKind,
  MessageDirection,
  Priority,
  Rating,
  Sentiment,
  TaughtQuestion,
  ThreadingRule,
} from '../vocabulary.ts';
import type { Automation } from '../workflow/automation.ts';
import type { FieldValue } from './custom-fields.ts';

/** What an engine said that is no field of the case itself. Cases analysed by earlier versions lack the optional parts. */
export interface CaseAnalysis {
  engine: AnalystEngine;
  confidence: number;
  needsReview: boolean;
  reasons: string[];
  nextStep?: string;
  entities?: Partial<Entities>;
  suggestedTasks?: SuggestedTask[];
  /** Why the local engine spoke although a language model was wanted. */
  fallback?: string;
}

/** A case as stored. Instants are UTC. */
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
  /** Addresses that mail could not reach, or whose owners complained, in lower case. */
  undeliverable: string[];
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
  /** What has been followed up by itself already, by cause; the newest ten. */
  followedUp: string[];
  /** Fields a person has set; a later analysis leaves them alone. */
  setByPerson: TaughtQuestion[];
  linked: { caseId: string; kind: LinkKind }[];
  /** Agent ids of those who want to hear of it, besides the assignee. */
  watchers: string[];
  /** Values of the category's own fields, by field key. */
  fields: Record<string, FieldValue>;
  /** The case it was merged into; it then stands still, and its messages show there. */
  mergedInto: string | null;
  /** What the merge changed, so that un-merging restores it exactly; null unless merged. */
  beforeMerge: BeforeMerge | null;
  /** Cases that were merged into this one. */
  merged: MergedCase[];
  /** Messages of other cases that were moved here. One of them counts only if the message itself says so. */
  movedIn: MovedMessage[];
  /** How it ended, in the words of whoever resolved or closed it; null while it goes on or where nobody said. */
  resolution: string | null;
  messageCount: number;
  /** Its own tasks and those of the cases merged into it. */
  tasks: TaskTotals;
  createdAt: Instant;
  updatedAt: Instant;
  firstResponseAt: Instant | null;
  resolvedAt: Instant | null;
  closedAt: Instant | null;
  /** When it was last opened again after it had been resolved or closed. */
  reopenedAt: Instant | null;
  statusSince: Instant;
  /** Of the newest mail in either direction that a person wrote; of the opening while there is none. */
  lastMessageAt: Instant;
  /** Its service level clocks, kept up by the store's settings; null until they were first worked out. */
  sla: CaseSla | null;
  /** Minutes of the calendar until the first answer; null until then. */
  firstResponseMinutes: number | null;
  /** Minutes of the calendar until it was resolved, without pauses; null while it is open. */
  resolutionMinutes: number | null;
  /** A sample that was taken away again: nothing shows or counts it. */
  removed: boolean;
  /** How content the customer is; null until they are asked. */
  satisfaction: Satisfaction | null;
}

/** What the customer was asked, and what they said. An ending is the instant at which the case ended, see `domain/survey/satisfaction.ts`. */
export interface Satisfaction {
  /** The newest ending that they were asked about, and when the mail left. */
  asked: { ending: Instant; at: Instant };
  /** Their newest answer; one for each ending. */
  answer: { ending: Instant; at: Instant; rating: Rating } | null;
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

export interface BeforeMerge {
  /** The operation that merged it. */
  opId: string;
  status: CaseStatus;
  closedAt: Instant | null;
}

/** One case that was merged into another, and what that brought along. */
export interface MergedCase {
  caseId: string;
  number: string;
  opId: string;
  /** False until the other case points here; until then this case cannot be merged itself, so that no circle forms. */
  settled: boolean;
  /** Addresses, tags and watchers that the case did not have before. */
  brought: { participants: string[]; tags: string[]; watchers: string[] };
  /** What it counts among the tasks of this case. */
  tasks: TaskTotals;
}

/** Where a message lies whatever case it shows on: its row never moves. */
export interface MessageHome {
  caseId: string;
  messageId: string;
  at: Instant;
}

export interface MovedMessage {
  home: MessageHome;
  opId: string;
}

export interface CaseMessage {
  id: string;
  caseId: string;
  direction: MessageDirection;
  from: Address | null;
  to: Address[];
  cc: Address[];
  /** Where the writer wants answers; absent where that is where the mail came from. */
  replyTo?: Address[];
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
  /** The case it was last moved to, which may be the one it lies on, and by which operation; absent if it never was. */
  movedTo?: { caseId: string; opId: string };
  /** Where it lies, when that is not the case it was asked for by. */
  home?: MessageHome;
  /** Agent ids named in a note; absent where nobody is. */
  mentions?: string[];
  /** What it says of mail that we sent, where it is a bounce or an abuse report. */
  report?: DeliveryReport;
  /** The message that a mail of ours answers, where it answers one. */
  answers?: string;
  /** Present on mail between us and somebody outside about a task: the customer neither wrote nor receives it. */
  task?: TaskMail;
}

export interface FieldChange {
  field: string;
  from: unknown;
  to: unknown;
}

/** What the log says of a case when it is opened, so that its history can be told from nothing. */
export interface OpeningValues
  extends Pick<SupportCase, 'number' | 'subject' | 'customer' | 'participants' | 'mailbox' | 'source' | 'linked'> {
  priority?: Priority | undefined;
  category?: string | undefined;
  tags?: string[] | undefined;
  assignee?: string | null | undefined;
  team?: string | null | undefined;
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
  /** With a `task.` kind: the task as it stood after the event, or before it was deleted. */
  task?: Task;
  /** With `case.opened`: what the case began with. Absent in entries of earlier releases. */
  opened?: OpeningValues;
  /** With `message.moved`: the case at the other end of the move. */
  movedWith?: string;
  mail: MailMark | null;
  /** A sentence for people, or null. */
  reason: string | null;
  /** Present when a rule, a macro or the assignment did it. */
  automation?: Automation;
  /** Present where the entry changed what was promised, or told of a clock. */
  sla?: { terms?: Terms; alert?: SlaAlert; extension?: { clock: ClockName; minutes: number } };
}

/** A clock that came to a level, and who is to hear of it. */
export interface SlaAlert {
  clock: ClockName;
  /** `at_risk`, `breached`, or the id of the policy's escalation step. */
  level: string;
  /** When the clock came to it, which may be before anybody could be told. */
  at: Instant;
  due: Instant | null;
  tell: ('assignee' | 'team' | 'managers')[];
}

/** A value with the token that a later conditional write must present. */
export interface Versioned<T> {
  value: T;
  /** Opaque, without quotes. */
  etag: string;
}
