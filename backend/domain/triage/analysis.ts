import type { AnalystEngine, Priority, Sentiment } from '../vocabulary.ts';

/** What the analyst is given: the visible text of one mail and nothing that could identify more than it must. */
export interface AnalysisInput {
  subject: string;
  /** Plain text without quotes and signature. */
  text: string;
  mailbox?: string;
}

/** What an engine says of one mail. Every field is within the product's vocabulary, whichever engine spoke. */
export interface Analysis {
  category: string;
  complaint: boolean;
  priority: Priority;
  /** Short quotations or facts that led to the priority. */
  priorityReasons: string[];
  sentiment: Sentiment;
  /** ISO 639-1 code, or `und` when it cannot be told. */
  language: string;
  summary: string;
  /** 0 to 1: how often an answer this sure is right. */
  confidence: number;
  needsReview: boolean;
  engine: AnalystEngine;
}
