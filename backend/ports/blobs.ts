/**
 * Large bodies and attachments. A blob is written before the row that refers to it, never changed, and deleted after the last
 * row that referred to it.
 */
export interface Blobs {
  /** Durable when it resolves. Writing the same key again is harmless. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Deleting what is not there succeeds. */
  delete(key: string): Promise<void>;
  get(key: string): Promise<Uint8Array | undefined>;
}
