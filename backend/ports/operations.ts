import type { Actor } from '../domain/access/actor.ts';
import type { Moving } from '../domain/case/move.ts';
import type { Instant } from '../domain/mail/mail.ts';
import type { LinkKind } from '../domain/vocabulary.ts';

/** The case that a split makes, with the proof that the request for it was carried out. */
interface Opening {
  number: string;
  subject: string;
  requestHash?: string;
}

/** What a change to several cases is to do. Ids are case ids. */
export type OperationWork =
  | { kind: 'merge'; source: string; target: string }
  /** `mergeOpId` names the merge that is taken back, so that a later merge of the same cases is left alone. */
  | { kind: 'unmerge'; source: string; target: string; mergeOpId: string }
  | { kind: 'move'; from: string; to: string; messages: Moving[]; opening: Opening | null }
  | { kind: 'link'; from: string; to: string; link: LinkKind }
  | { kind: 'unlink'; from: string; to: string };

/**
 * A change to several cases, which may lie on several shards. It is stored before its first step and taken away after
 * its last; what a crash leaves is carried out again from the start, and every step knows whether it was done.
 */
export interface Operation {
  opId: string;
  actor: Actor;
  begunAt: Instant;
  work: OperationWork;
}

export interface Operations {
  /** Durable when it resolves. */
  begin(operation: Operation): Promise<void>;
  end(opId: string): Promise<void>;
  /** Those that were begun and have not ended. */
  unfinished(): Promise<Operation[]>;
}
