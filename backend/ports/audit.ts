import type { AuditEntry } from '../domain/audit/entry.ts';
import type { Instant } from '../domain/mail/mail.ts';
import type { AuditKind } from '../domain/vocabulary.ts';

/** Each list is "any of"; all given fields must hold. */
export interface AuditFilter {
  /** Ids of those who acted. */
  actor?: string[];
  kind?: AuditKind[];
  /** From inclusive, to exclusive. */
  from?: Instant;
  to?: Instant;
}

export interface AuditPage {
  /** Newest first. */
  items: AuditEntry[];
  total: number;
  next?: string;
}

/** What was done that somebody may have to account for. Durable, and never changed. */
export interface AuditLog {
  /** Durable when it resolves; noting it again changes nothing. */
  note(entry: AuditEntry): Promise<void>;
  /** @throws Failure `invalid` for a cursor that is not one of ours */
  list(filter: AuditFilter, page: { limit: number; after?: string }): Promise<AuditPage>;
  /** Forgets entries from before, a few at a time; answers how many there were. */
  removeBefore(at: Instant, limit: number): Promise<number>;
}
