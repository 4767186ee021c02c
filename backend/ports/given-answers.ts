/** An answer as it was given. */
export interface GivenAnswer {
  status: number;
  /** JSON; null where it was too long to be kept. */
  body: string | null;
  etag: string | null;
  headers: Record<string, string>;
}

/** A request that somebody carries out, or has carried out. */
export interface Claim {
  /** Hash of what was asked for. */
  requestHash: string;
  /** Whoever carries it out. */
  owner: string;
  /** Milliseconds since the epoch. */
  atMs: number;
  /** Null while it is being carried out. */
  answer: GivenAnswer | null;
}

/** What was answered to requests that may be repeated, by a hash of who asked and their key. */
export interface GivenAnswers {
  /**
   * Takes the key for this claim, unless somebody holds it; answers the claim that holds. One without an answer that is
   * older than `deadBeforeMs` belongs to a process that is no more, and is taken over.
   */
  claim(key: string, claim: Claim, deadBeforeMs: number): Promise<Claim>;
  get(key: string): Promise<Claim | undefined>;
  put(key: string, claim: Claim): Promise<void>;
  remove(key: string): Promise<void>;
  /** Takes away what was answered, for they may hold what must be forgotten. */
  forgetAnswers(): Promise<void>;
  /** Takes away the claims older than that. */
  forgetBefore(ms: number): Promise<void>;
}
