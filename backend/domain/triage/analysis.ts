import type { AnalystEngine, Priority, Sentiment } from '../vocabulary.ts';

/** What the analyst is given: the visible text of one mail and nothing that could identify more than it must. */
export interface AnalysisInput {
  subject: string;
  /** Plain text without quotes and signature. */
  text: string;
  mailbox?: string;
  /** The case the mail is on, so that what its analysis costs is counted there. */
  caseId?: string;
}

/** A category as the analyst may use it. */
export interface CategoryChoice {
  key: string;
  name: string;
  /** Key of the category above, or null. */
  parent: string | null;
}

/** What a mail names, each at most ten times and as the mail spells it. */
export interface Entities {
  /** Order, invoice, customer, contract and case numbers. */
  numbers: string[];
  dates: string[];
  places: string[];
  people: string[];
}

/** Something that could be done, as a title for a task. */
export interface SuggestedTask {
  title: string;
  /** The sentence of the mail, or the fact, that it rests on. */
  because: string;
}

/** What an engine says of one mail. Every field is within the product's vocabulary, whichever engine spoke. */
export interface Analysis {
  /** A key of the category tree. */
  category: string;
  complaint: boolean;
  priority: Priority;
  /** Short quotations or facts that led to the priority. */
  priorityReasons: string[];
  sentiment: Sentiment;
  /** ISO 639-1 code, or `und` when it cannot be told. */
  language: string;
  summary: string;
  entities: Entities;
  suggestedTasks: SuggestedTask[];
  /** What the person who takes the case would do first, in one sentence. */
  nextStep: string;
  /** 0 to 1: how often an answer this sure is right. */
  confidence: number;
  needsReview: boolean;
  engine: AnalystEngine;
  /** Why another engine than the wanted one spoke; absent when the wanted one did. */
  engineReason?: string | undefined;
}
