import type { MailKind, MailOutcome, ThreadingRule, WithheldReason } from '../vocabulary.ts';
import type { Serving } from './file-rules.ts';

/** An instant as RFC 3339 in UTC with milliseconds, such as `2026-11-24T13:06:00.000Z`. Sorts as text. */
export type Instant = string;

export interface Address {
  email: string;
  name: string;
}

export interface MailAttachment {
  id: string;
  name: string;
  /** Media type as the sender claimed it; not to be trusted. */
  type: string;
  /** Bytes. */
  size: number;
  inline: boolean;
  contentId: string | null;
}

/** What became of the bytes of an attachment. `size` is in bytes. */
export type KeptFile = { size: number; withheld: WithheldReason } | ({ size: number; withheld: null } & Serving);

/** An attachment as a mail brings it: with its bytes only where a client handed the mail over with them. */
export interface IncomingAttachment extends MailAttachment {
  bytes?: Uint8Array;
}

/** A mail as it lies in the mailbox, in our words. Everything in it was written by strangers. */
export interface IncomingMail {
  /** Lower-case address of the watched mailbox it lies in. */
  mailbox: string;
  /** Immutable Graph id, or null for a mail that a client handed over before Graph told us of it. */
  graphId: string | null;
  /** RFC 5322 Message-ID with its angle brackets, or null when the mail has none. */
  internetMessageId: string | null;
  conversationId: string | null;
  from: Address | null;
  sender: Address | null;
  replyTo: Address[];
  to: Address[];
  cc: Address[];
  subject: string;
  body: { type: 'text' | 'html'; content: string };
  /** In order of appearance, names as sent; may be empty where the source gives none. */
  headers: { name: string; value: string }[];
  sentAt: Instant | null;
  receivedAt: Instant;
  attachments: IncomingAttachment[];
  isDraft: boolean;
}

export interface Judgement {
  kind: MailKind;
  /** False where an automatic answer could start a loop or disturb (RFC 3834). */
  mayAutoRespond: boolean;
  /** Sentences a person can check against the mail. */
  reasons: string[];
}

/** How we learned of a mail: Graph pushed it, a sweep found it, or an agent handed it over. */
export type NotedBy = 'push' | 'sweep' | 'hand' | 'sent';

/** Milliseconds from the moment a mail was noted until each step was done. */
export interface MailSteps {
  fetched: number;
  judged: number;
  matched: number;
  /** Null where the analyst speaks later or not at all. */
  analysed: number | null;
  recorded: number;
  /** When rules had worked on the case because of it; absent where none fired. */
  routed?: number;
  /** When Teams was certain to be told. */
  announced?: number;
}

/** Steps that are taken after the fate was recorded. */
export type LaterStep = 'routed' | 'announced';

/** Another place where the same mail lies. */
export interface Sighting {
  mailbox: string;
  graphId: string;
  at: Instant;
}

/** What became of one mail, written once; only a parked mail that somebody released gets another. */
export interface MailFate {
  mailKey: string;
  mailbox: string;
  graphId: string | null;
  internetMessageId: string | null;
  from: string | null;
  subject: string;
  kind: MailKind;
  outcome: MailOutcome;
  caseId: string | null;
  messageId: string | null;
  rule: ThreadingRule | null;
  /** The task it is about, where somebody outside has one. */
  taskId?: string;
  /** One sentence saying why. */
  reason: string;
  reasons: string[];
  receivedAt: Instant;
  decidedAt: Instant;
  /** Absent in fates from before these were kept, as are the following. */
  noted?: { at: Instant; by: NotedBy };
  /** Failed tries before the one that succeeded. */
  tries?: number;
  steps?: MailSteps;
  /** Headers that explain the judgement, cut to a readable length. */
  signs?: { name: string; value: string }[];
  alsoSeen?: Sighting[];
  /** True when it was no longer in the mailbox when we came to read it. */
  gone?: boolean;
  /** When a person let a parked mail go on; what became of it then is another fate. */
  releasedAt?: Instant;
}

/** The first value of a header, its name compared without case; undefined when absent. */
export function header(mail: Pick<IncomingMail, 'headers'>, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return mail.headers.find((h) => h.name.toLowerCase() === wanted)?.value;
}
