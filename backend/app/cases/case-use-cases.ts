import type { Actor } from '../../domain/access/actor.ts';
import type { CaseEvent, CaseMessage, SupportCase, Versioned } from '../../domain/case/case.ts';
import type { FieldValue } from '../../domain/case/custom-fields.ts';
import type { Address } from '../../domain/mail/mail.ts';
import type { CaseSource, CaseStatus, Priority, Sentiment } from '../../domain/vocabulary.ts';
import type { CaseFilter, CaseSort, FoundCases } from '../../ports/case-index.ts';

export type VersionedCase = Versioned<SupportCase>;

/** A create that may find the thing already there. */
export interface Created {
  case: VersionedCase;
  /** False when an earlier call, or the mail itself, had already opened the case. */
  created: boolean;
}

export interface NewCase {
  subject: string;
  /** Plain text of the first message. */
  description: string;
  customer: Address;
  priority?: Priority | undefined;
  category?: string | undefined;
  tags?: string[] | undefined;
  /** Agent id, `me`, or null. */
  assignee?: string | null | undefined;
  team?: string | null | undefined;
  source: CaseSource;
}

/** A page of a list with the cases themselves. */
export interface CasePage {
  items: VersionedCase[];
  /** Exact number of cases that match. */
  total: number;
  /** Cursor of the next page, absent on the last. */
  next?: string;
}

/** Fields a person may edit; absent means unchanged. */
export interface CaseEdit {
  subject?: string | undefined;
  priority?: Priority | undefined;
  category?: string | undefined;
  complaint?: boolean | undefined;
  sentiment?: Sentiment | undefined;
  /** False: what the analyst said was looked at. */
  needsReview?: boolean | undefined;
  tags?: string[] | undefined;
  summary?: string | undefined;
  /** Agent id, `me`, or null. */
  assignee?: string | null | undefined;
  team?: string | null | undefined;
  /** Values of the category's own fields; null takes one away. */
  fields?: Record<string, FieldValue | null> | undefined;
}

/** Repeats of the same request by the same actor with the same key are one request. */
export interface Idempotency {
  key: string;
  /** Hash of the request body. */
  requestHash: string;
}

/** Working on cases. A change that is given a name in `once` is made once, however often it is asked for by that name. */
export interface CaseUseCases {
  /** Which cases are on a page; `listCases` reads them as well. */
  findCases(filter: CaseFilter, sort: CaseSort, page: { limit: number; after?: string }): Promise<FoundCases>;
  listCases(filter: CaseFilter, sort: CaseSort, page: { limit: number; after?: string }): Promise<CasePage>;
  /** Waits, at most a second, until lists know the version of a case that another process may have written. */
  reachVersion(etag: string): Promise<void>;
  getCase(ref: string): Promise<VersionedCase>;
  createCase(actor: Actor, input: NewCase, idempotency?: Idempotency): Promise<Created>;
  /** @throws Failure `stale` carrying the present case when `ifMatch` is not its version */
  editCase(actor: Actor, ref: string, edit: CaseEdit, ifMatch?: string, once?: string): Promise<VersionedCase>;
  /** @throws Failure `conflict` when the status may not follow the present one */
  changeStatus(
    actor: Actor,
    ref: string,
    to: { status: CaseStatus; reason?: string | undefined },
    ifMatch?: string,
    once?: string,
  ): Promise<VersionedCase>;
  /** `assignee` is an agent id, `me`, or null. @throws Failure `invalid` for somebody who does not work here */
  assignCase(
    actor: Actor,
    ref: string,
    to: { assignee: string | null; team?: string | null | undefined },
    ifMatch?: string,
    once?: string,
  ): Promise<VersionedCase>;
  /**
   * A case that waits for approval goes on, with the decision and its reason in the history.
   * @throws Failure `conflict` when it waits for none any more, `invalid` for a refusal without a reason
   */
  decideApproval(
    actor: Actor,
    ref: string,
    decision: { decision: 'approved' | 'rejected'; reason: string },
    ifMatch?: string,
  ): Promise<VersionedCase>;
  caseMessages(ref: string): Promise<CaseMessage[]>;
  caseHistory(ref: string): Promise<CaseEvent[]>;
}
