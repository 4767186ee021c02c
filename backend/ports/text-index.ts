/** The words of one case. Bodies are plain text. */
export interface CaseText {
  /** The digits of the case's number. */
  row: number;
  number: string;
  subject: string;
  summary: string;
  /** Names, addresses and tags. */
  names: string;
  /** Everything that was written, without quotes and signatures. */
  body: string;
}

export interface TextHits {
  /** Exact number of cases in which everything occurs. */
  total: number;
  /** Present when there are few: all of them, best first. */
  ranked?: Uint32Array;
}

/** What other cases are compared with. */
export interface AlikeQuestion {
  /** What was written, plain. */
  text: string;
  /** Numbers of orders, invoices and the like that it names. */
  numbers: readonly string[];
  /** Rows that are compared in any case. */
  rows: readonly number[];
  /** The row of the case itself. */
  except: number;
}

/** How much of a text another case holds too. */
export interface AlikeText {
  row: number;
  /** The share of the text that the case holds, words weighed by how rare they are: 0 to 1. */
  likeness: number;
  /** The rarest words that both hold, in lower case without accents. */
  words: string[];
  /** Those of the numbers that the case names. */
  numbers: string[];
}

/** How far the log of each shard has been read, and which operation its last event came from. */
export interface LogPosition {
  seq: number;
  opId: string;
}

/**
 * Searches the text of all cases, off the thread. Disposable: what is lost or damaged is built anew. Whatever is asked
 * for, nothing but `unavailable` is ever thrown.
 */
export interface TextIndex {
  /** What is in, or null when nothing is. */
  positions(): Promise<LogPosition[] | null>;
  /** Throws away everything. */
  clear(): Promise<void>;
  /** Adds or replaces cases and notes how far the log has been read, together. */
  put(texts: readonly CaseText[], positions: readonly LogPosition[] | null): Promise<void>;
  /** Resolves once nothing is left of texts that were replaced. */
  forget(): Promise<void>;
  /** Hits of what somebody typed, see `CaseFilter.q`. */
  hits(q: string): Promise<TextHits>;
  /** The rows of all hits, ascending. */
  rows(q: string): Promise<Uint32Array>;
  /** Up to `limit` hits below `below`, highest row first. */
  newest(q: string, below: number, limit: number): Promise<Uint32Array>;
  /** Cases that say much of the same, most alike first. Looks at the newest cases of common words alone, so it is quick. */
  alike(question: AlikeQuestion, limit: number): Promise<AlikeText[]>;
  /** For each row the place where most of `q` occurs, its words between U+E000 and U+E001. */
  snippets(q: string, rows: readonly number[]): Promise<string[]>;
  close(): Promise<void>;
}
