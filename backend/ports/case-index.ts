import type { WeekHour } from '../domain/analytics/local-hour.ts';
import type { Instant } from '../domain/mail/mail.ts';
import type { CaseSource, CaseStatus, Priority, Sentiment, SlaState } from '../domain/vocabulary.ts';
import type { AlikeText } from './text-index.ts';

/** Each list is "any of"; all given fields must hold. Empty or absent means no restriction. */
export interface CaseFilter {
  status?: CaseStatus[];
  priority?: Priority[];
  category?: string[];
  sentiment?: Sentiment[];
  /** Agent ids; null stands for unassigned. */
  assignee?: (string | null)[];
  /** Team ids; null stands for no team. */
  team?: (string | null)[];
  tag?: string[];
  customer?: string[];
  sla?: SlaState[];
  source?: CaseSource[];
  language?: string[];
  complaint?: boolean;
  /** Whether the analyst was not sure enough and nobody has looked since. */
  needsReview?: boolean;
  createdFrom?: Instant;
  createdTo?: Instant;
  updatedFrom?: Instant;
  updatedTo?: Instant;
  dueBefore?: Instant;
  answeredFrom?: Instant;
  answeredTo?: Instant;
  /** A case that was closed without being resolved counts as resolved when it was closed. */
  resolvedFrom?: Instant;
  resolvedTo?: Instant;
  /** When it was last opened again. */
  reopenedFrom?: Instant;
  reopenedTo?: Instant;
  /** Whether it was resolved within the promised time; cases without a promise are neither. */
  promise?: ('met' | 'missed')[];
  /** When the customer was last asked how content they are, and when they last said. */
  askedFrom?: Instant;
  askedTo?: Instant;
  ratedFrom?: Instant;
  ratedTo?: Instant;
  /** From 1 to 5: how content the customer last said to be. */
  rating?: number[];
  /** Hours of the week in which it was opened, in `zone`. */
  arrived?: WeekHour[];
  /** IANA name; UTC unless given. */
  zone?: string;
  /**
   * What people type into a search box: words that must all occur in number, subject, summary, conversation, names or
   * tags, the last one perhaps unfinished, and phrases in quotation marks. Nothing in it is ever an error.
   */
  q?: string;
}

/** `relevance` puts first what fits `q` best, and among very many hits the newest. */
export const caseSortKeys = ['created', 'updated', 'due', 'priority', 'number', 'customer', 'relevance'] as const;
export interface CaseSort {
  key: (typeof caseSortKeys)[number];
  descending: boolean;
}

export interface FoundCase {
  id: string;
  /** The digits of its number, by which this process keeps what it knows of the case; absent where only the id is known. */
  row?: number;
  /** Where the words of `q` occur, those words between U+E000 and U+E001; absent without `q`. */
  snippet?: string;
}

export interface FoundCases {
  cases: FoundCase[];
  /** Exact number of cases that match. */
  total: number;
  /** Cursor of the next page, absent on the last. */
  next?: string;
}

export interface CustomerQuery {
  /** Text that name or address contain, without regard to case. */
  q?: string | undefined;
  limit: number;
  after?: string | undefined;
}

export interface CustomerPage {
  /** Those with the newest case first. */
  items: { email: string; newestCase: string; cases: number; openCases: number }[];
  total: number;
  next?: string;
}
export interface AlikeCases {
  /** Of the case itself. */
  number: string;
  customer: string;
  /** What the customer's side wrote, plain. */
  text: string;
  numbers: readonly string[];
}

/** See `AlikeText`. */
export type AlikeCase = Omit<AlikeText, 'row'> & { id: string };

/** What clocks and workloads know of a case that is not closed. Milliseconds since the epoch; Infinity where nothing is due. */
export interface NotClosedCase {
  id: string;
  status: CaseStatus;
  assignee: string | null;
  team: string | null;
  /** Whether an engine has spoken about it. */
  analysed: boolean;
  dueMs: number;
  /** When the next level of a clock is reached. */
  levelMs: number;
  /** The settings that its clocks were worked out by; empty where they never were. */
  basis: string;
}

/** Answers questions over all cases from memory. Knows everything this process has committed. */
export interface CaseIndex {
  /** True once every event that was in the log at start has been applied. */
  ready(): boolean;
  /** @throws Failure `invalid` for a foreign cursor, `unavailable` while the text of the cases is still being indexed */
  find(filter: CaseFilter, sort: CaseSort, page: { limit: number; after?: string }): Promise<FoundCases>;
  /**
   * Cases that say much of what `question` says, name one of its numbers, or are of the customer; most alike first.
   * @param question about the case with this number @throws Failure `unavailable` while texts are being indexed
   */
  alike(question: AlikeCases, limit: number): Promise<AlikeCase[]>;
  idByNumber(number: string): string | undefined;
  /** @throws Failure `invalid` for a foreign cursor */
  customers(query: CustomerQuery): CustomerPage;
  /** A customer's cases, the newest first. */
  casesOfCustomer(email: string, limit: number): FoundCase[];
  /** Ids of a customer's cases, the newest first. */
  ofCustomer(email: string, limit: number): string[];
  /** Ids of cases no engine has spoken about yet, oldest first. */
  withoutAnalysis(limit: number): string[];
  /** Every case that is not closed, by number and as it is when its slice is taken; a slice takes few milliseconds. */
  notClosed(): Iterable<NotClosedCase[]>;
}
