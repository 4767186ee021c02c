import type { Actor } from '../domain/access/actor.ts';
import type { FailureCode } from '../domain/failure.ts';
import type { Instant } from '../domain/mail/mail.ts';
import type { BulkState, CaseStatus, Priority } from '../domain/vocabulary.ts';
import type { KeptRuns } from './kept-runs.ts';

/** What is done to each of many cases. */
export type BulkAction =
  | { action: 'set_status'; status: CaseStatus; reason?: string | undefined }
  | { action: 'assign'; assignee: string | null; team?: string | null | undefined }
  | { action: 'set_priority'; priority: Priority }
  | { action: 'add_tags'; tags: string[] }
  | { action: 'remove_tags'; tags: string[] }
  | { action: 'merge'; into: string }
  /** Takes back what another run did. */
  | { action: 'undo'; run: string };

export interface BulkResult {
  /** As it was named. */
  id: string;
  ok: boolean;
  /** Version after the change. */
  etag?: string;
  failure?: { code: FailureCode; message: string };
}

export interface BulkRecord {
  id: string;
  actor: Actor;
  action: BulkAction;
  /** Of the request that began it, where that had an Idempotency-Key. */
  requestHash: string | null;
  at: Instant;
  state: BulkState;
  total: number;
  done: number;
  succeeded: number;
  /** The process that carries it out, and its last sign of life. */
  runner: string;
  beatAt: Instant;
}

export interface BulkParts {
  /** The cases, as they were named. */
  items: string;
  /** In the same order, as far as it has come. */
  results: BulkResult;
  /** Whoever wants it to stop. */
  cancel: string;
}

export type BulkRuns = KeptRuns<BulkRecord, BulkParts>;
