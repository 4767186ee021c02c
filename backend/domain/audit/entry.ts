import type { Actor } from '../access/actor.ts';
import type { FieldChange } from '../case/case.ts';
import type { Instant } from '../mail/mail.ts';
import type { AuditKind } from '../vocabulary.ts';

/** Something that whoever answers for the deployment may have to account for. Never holds a customer's data. */
export interface AuditEntry {
  /** The same thing always has the same id, so that it is noted once. */
  id: string;
  at: Instant;
  kind: AuditKind;
  /** Who, and from which surface. */
  actor: Actor;
  /** What it was done to, such as the name of a settings document; null where the kind says it all. */
  subject: string | null;
  changes: FieldChange[];
}
