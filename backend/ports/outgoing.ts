import type { Instant } from '../domain/mail/mail.ts';
import type { Effect } from '../domain/workflow/automation.ts';

/** Something a rule or macro wants sent. */
export interface Outgoing {
  /** The same thing always has the same id, so that it goes out once. */
  id: string;
  caseId: string;
  effect: Effect;
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
}
