/** A case as it is shown, and for how long it is shown like that. */
export interface ShownCase {
  etag: string;
  /** The assignee and the name it was shown under; names come from the settings, which are no part of the case. */
  assignee: string | null;
  assigneeName: string | null;
  /** When a clock on the case shows another state, in milliseconds since the epoch; Infinity where none will. */
  untilMs: number;
  /** JSON. */
  bytes: Uint8Array;
}

/**
 * Cases as they were last shown, by row, beside memory: reading one costs a fraction of making it again. Whatever it
 * forgets is made again from the store; nothing outlives the process.
 */
export interface CaseBytes {
  get(row: number): ShownCase | undefined;
  /** False for a row that is worth putting. */
  has(row: number): boolean;
  put(row: number, shown: ShownCase): void;
  forget(row: number): void;
  clear(): void;
  close(): void;
}
