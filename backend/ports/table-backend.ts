import type { CacheState } from './read-model-state.ts';

/**
 * The truth: rows of JSON in named tables, each row in a partition, each partition ordered by row key.
 * Two adapters keep this contract (embedded SQLite, Azure Table Storage); `tests/port-suites/table-backend.ts` states it.
 *
 * Keys: 1 to 255 bytes of UTF-8, none of `/ \ # ?` and no control characters; a bad key is Failure `invalid`.
 * Values: JSON objects, at most 900,000 bytes serialised each and 2,000,000 a commit; larger is Failure `too-large`.
 */
export const tableNames = ['core', 'link', 'sync', 'bot'] as const;
export type TableName = (typeof tableNames)[number];

export interface Partition {
  table: TableName;
  key: string;
}

export type RowValue = Record<string, unknown>;

export interface Row {
  row: string;
  value: RowValue;
  /** Changes with every write of the row; opaque. */
  etag: string;
}

export type RowOperation =
  /** Fails with `exists` when the row is there. */
  | { kind: 'create'; row: string; value: RowValue }
  /** Fails with `stale` when the row's etag differs or the row is gone. */
  | { kind: 'replace'; row: string; value: RowValue; ifMatch: string }
  | { kind: 'upsert'; row: string; value: RowValue }
  /** With `ifMatch` fails with `stale`; without, deleting what is not there succeeds. */
  | { kind: 'delete'; row: string; ifMatch?: string };

export type CommitResult =
  /** Durable: survives the death of the process and of the machine. Etags of the rows written, by row key. */
  | { kind: 'committed'; etags: Record<string, string> }
  /** Nothing was written. `row` is the first operation that could not be carried out. */
  | { kind: 'conflict'; why: 'exists' | 'stale'; row: string }
  /** No answer, or one that does not tell: all of it is written or none of it. Read before trying again. */
  | { kind: 'unknown'; cause: unknown };

export interface TableBackend {
  /** Writes all operations or none. At most 100, each row at most once, all in one partition. */
  commit(partition: Partition, operations: RowOperation[]): Promise<CommitResult>;
  get(partition: Partition, row: string): Promise<Row | undefined>;
  /**
   * Rows with `from <= row < to`, ascending by code unit, at most `limit` (default 1,000). A short answer means the end.
   * Omitted bounds are open.
   */
  range(partition: Partition, bounds: { from?: string; to?: string; limit?: number }): Promise<Row[]>;
  /** Resolves when the store answers. @throws Failure `unavailable` */
  ping(): Promise<void>;
  /**
   * Another number whenever another process may have written since; undefined for the moment when that cannot be told,
   * absent where only reading the rows tells.
   */
  version?(): number | undefined;
  /** What it keeps of rows in memory; absent where it keeps none. */
  cache?(): CacheState;
  close(): Promise<void>;
}

/** The smallest text greater than every text that begins with `prefix`, for use as `to`. */
export function afterPrefix(prefix: string): string {
  return `${prefix.slice(0, -1)}${String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1)}`;
}
