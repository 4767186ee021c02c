import type { Address, Instant } from '../mail/mail.ts';
import type { CaseStatus, Priority } from '../vocabulary.ts';

/** A case as a row of a file tells it; null where it says nothing. */
export interface ImportedCase {
  externalId: string | null;
  subject: string;
  description: string;
  customer: Address;
  status: CaseStatus;
  priority: Priority | null;
  category: string | null;
  tags: string[];
  assignee: string | null;
  team: string | null;
  createdAt: Instant | null;
  endedAt: Instant | null;
  resolution: string | null;
}

/** What a row says of a case that is there already; undefined where it says nothing. */
export interface ImportedChange {
  subject?: string;
  status?: CaseStatus;
  priority?: Priority;
  category?: string;
  tags?: string[];
  assignee?: string;
  team?: string;
  resolution?: string;
}

/** What names in a file can stand for. Keys are in the form of `bare`. */
export interface ImportTerms {
  categories: ReadonlyMap<string, string>;
  agents: ReadonlyMap<string, string>;
  teams: ReadonlyMap<string, string>;
  nowMs: number;
}
