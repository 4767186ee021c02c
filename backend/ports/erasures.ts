import type { Actor } from '../domain/access/actor.ts';
import type { Instant } from '../domain/mail/mail.ts';

/** What an erasure found, or took out. */
export interface ErasureCounts {
  /** Cases of the person, of which everything written goes. */
  cases: number;
  /** Those of them that are not resolved or closed. */
  openCases: number;
  /** Cases of others from which traces go. */
  casesOfOthers: number;
  messages: number;
  /** Files that came with messages which go whole. */
  files: number;
  tasks: number;
  /** Mails with a recorded fate, also those on no case. */
  mails: number;
  /** Rows beside the cases: views, articles, settings, queues. */
  beside: number;
}

export const nothingErased: ErasureCounts = {
  cases: 0,
  openCases: 0,
  casesOfOthers: 0,
  messages: 0,
  files: 0,
  tasks: 0,
  mails: 0,
  beside: 0,
};

/** An erasure under way. The only place where the person's data outlives the erasing, and gone when that ends. */
export interface Erasure {
  id: string;
  actor: Actor;
  begunAt: Instant;
  /** When its process last said that it is at work on it. */
  touchedAt: Instant;
  /** Set where not a person but one old case is erased. */
  caseId?: string;
  /** Empty once nothing is left but to write the files of the store anew. */
  email: string;
  names: string[];
  alias: string;
  /** What there was to erase; null until everything was looked through, before the first step. */
  counts: ErasureCounts | null;
  /** A case that was begun, and the blobs that nothing refers to once it is done. */
  underWay: { caseId: string; blobs: string[]; messages: string[] } | null;
}

export interface Erasures {
  /** Durable when it resolves. */
  put(erasure: Erasure): Promise<void>;
  end(id: string): Promise<void>;
  unfinished(): Promise<Erasure[]>;
}
