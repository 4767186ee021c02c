/** One file of bytes that may be lost without harm. */
export interface Snapshots {
  /** The last whole one that was written, or undefined. */
  read(): Promise<Uint8Array | undefined>;
  /** When the last whole one was written, in milliseconds since the epoch; null without one. */
  savedAtMs(): Promise<number | null>;
  /** Replaces it; a crash meanwhile leaves the old one. Others get a turn between two parts. */
  write(parts: Iterable<Uint8Array>): Promise<void>;
}
