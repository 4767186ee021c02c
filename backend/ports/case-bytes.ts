/** Until when, and under whose name, a case is shown as it was. */
export interface Standing {
  /** The assignee and the name it was shown under; names come from the settings, which are no part of the case. */
  assignee: string | null;
  assigneeName: string | null;
  /** When a clock on the case shows another state, in milliseconds since the epoch; Infinity where none will. */
  untilMs: number;
}

/** A case as it is shown, and for how long it is shown like that. */
export interface ShownCase extends Standing {
  etag: string;
  /** Id of the case that it was merged into. */
  mergedInto: string | null;
  /** JSON. */
  bytes: Uint8Array;
}

/**
 * Cases as they were last shown, by row: reading one costs a fraction of making it again. Whatever it forgets is made
 * again from the store; nothing outlives the process.
 */
export interface CaseBytes {
  get(row: number): ShownCase | undefined;
  /** Undefined for a row that is not kept. */
  standing(row: number): Standing | undefined;
  /** How many bytes of JSON `copy` needs room for, 0 for a row that is not kept. */
  lengthOf(row: number): number;
  /** Writes the JSON behind `at`, for whoever shows many. False where it cannot be had, as after a fault of the disk. */
  copy(row: number, into: Uint8Array, at: number): boolean;
  /** False for a row that is worth putting. */
  has(row: number): boolean;
  put(row: number, shown: ShownCase): void;
  forget(row: number): void;
  clear(): void;
  /** How much of it lies in memory. */
  memory(): { bytes: number; mostBytes: number };
  close(): void;
}
