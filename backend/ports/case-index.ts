import type { SupportCase, Versioned } from '../domain/case/case.ts';
import type { Instant } from '../domain/mail/mail.ts';
import type { CaseSource, CaseStatus, Priority, Sentiment, SlaState } from '../domain/vocabulary.ts';

/** Each list is "any of"; all given fields must hold. Empty or absent means no restriction. */
export interface CaseFilter {
  status?: CaseStatus[];
  priority?: Priority[];
  category?: string[];
  sentiment?: Sentiment[];
  /** Agent ids; null stands for unassigned. */
  assignee?: (string | null)[];
  team?: string[];
  tag?: string[];
  customer?: string[];
  sla?: SlaState[];
  source?: CaseSource[];
  createdFrom?: Instant;
  createdTo?: Instant;
  updatedFrom?: Instant;
  updatedTo?: Instant;
  dueBefore?: Instant;
  /** Words, all of which must occur in number, subject, summary, customer or tags. */
  q?: string;
}

export const caseSortKeys = ['created', 'updated', 'due', 'priority', 'number', 'customer'] as const;
export interface CaseSort {
  key: (typeof caseSortKeys)[number];
  descending: boolean;
}

export interface CasePage {
  items: Versioned<SupportCase>[];
  /** Exact number of cases that match. */
  total: number;
  /** Cursor of the next page, absent on the last. */
  next?: string;
}

/** Answers questions over all cases from memory. Knows everything this process has committed. */
export interface CaseIndex {
  /** True once every event that was in the log at start has been applied. */
  ready(): boolean;
  list(filter: CaseFilter, sort: CaseSort, page: { limit: number; after?: string }): CasePage;
  idByNumber(number: string): string | undefined;
  /** Newest first. */
  ofCustomer(email: string, limit: number): Versioned<SupportCase>[];
  /** Ids of cases no engine has spoken about yet, oldest first. */
  withoutAnalysis(limit: number): string[];
}
