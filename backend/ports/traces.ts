import type { Trace } from '../domain/privacy/erased.ts';
import type { Scrub } from '../domain/privacy/scrub.ts';

/** Whose traces go from what lies beside the cases. */
export interface Erasure {
  /** In lower case; null where cases are meant and nobody in person. */
  email: string | null;
  /** Ids of the cases about which nothing is to be said any more. */
  own: ReadonlySet<string>;
  scrub: Scrub;
}

/** Everything that is held, read without any index, so that nothing can be overlooked. */
export interface Traces {
  readonly shardCount: number;
  /** What a shard holds, a page at a time; `from` is null at the beginning, `next` at the end. Bodies are whole. */
  page(shard: number, from: string | null, limit: number): Promise<{ traces: Trace[]; next: string | null }>;
  /** Everything that lies with one case: itself, its log, messages, tasks, the fates of its mails, mail on its way. */
  ofCase(caseId: string): Promise<Trace[]>;
  /** Keys of the blobs that hold long bodies of the case's messages. */
  bodies(caseId: string): Promise<string[]>;
  /**
   * Scrubs whatever lies beside the cases: views, articles, mail that rules send, queues, files that were imported, what
   * rules said of cases. Answers how many rows.
   */
  scrubBeside(erasure: Erasure): Promise<number>;
}
