import type { Instant } from '../domain/mail/mail.ts';
import type { ClockName } from '../domain/sla/clock-events.ts';
import type { NoticeKind } from '../domain/vocabulary.ts';
import type { Effect } from '../domain/workflow/automation.ts';

/** One notice for one person. */
export interface Telling {
  kind: 'tell';
  agent: string;
  of: NoticeKind;
  text: string;
  /** The clock that it is about, if it is about one. */
  clock?: ClockName;
  /** Teams could not bring it. */
  by?: 'email';
}

/** Something that a rule, a macro or an entry of the log wants sent. */
export interface Outgoing {
  /** The same thing always has the same id, so that it goes out once. */
  id: string;
  caseId: string;
  effect: Effect | Telling;
  /** The entry of the log that a notice is about, `shard-seq`, where several may want to tell of it. */
  fact?: { entry: string; of: NoticeKind; clock?: ClockName };
  /** Name of what wanted it. */
  from: string;
  notedAt: Instant;
  attempts: number;
  notBefore: Instant;
  lastError: string | null;
}

/** What is to be sent and what became of it. Durable. */
export interface OutgoingRows {
  /** Noting it again changes nothing, also after it was sent. */
  note(outgoing: Outgoing): Promise<void>;
  /** Those due, longest waiting first. */
  due(now: Instant, limit: number): Promise<Outgoing[]>;
  /** It was sent, or given up on. */
  finish(outgoing: Outgoing, outcome: string): Promise<void>;
  postpone(outgoing: Outgoing, notBefore: Instant, lastError: string): Promise<void>;
  /** The draft in Outlook that carries it, or null. */
  draftOf(outgoing: Outgoing): Promise<string | null>;
  /** The first draft is kept. @returns the one that holds */
  keepDraft(outgoing: Outgoing, draft: string): Promise<string>;
}
