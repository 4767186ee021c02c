/** How a cache does; hits and misses since the process began. */
export interface CacheState {
  hits: number;
  misses: number;
  bytes: number;
  /** What was unused longest goes when it would hold more. */
  mostBytes: number;
}

/** How far what is answered from memory has come, for whoever looks after the machine. */
export interface ReadModelState {
  cases: number;
  /** By shard: the last event that lists show, and the last in the log. */
  positions: number[];
  heads: number[];
  /** When the copy on disk was written (milliseconds since the epoch; null without one), and the changes since. */
  snapshot: { savedAtMs: number | null; changesSince: number };
  /** `indexed`: cases so far while the text index is being built, else null. `waiting`: changed cases not searched yet. */
  text: { indexed: number | null; waiting: number };
}
