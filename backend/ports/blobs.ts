/** Large bodies and attachments. A blob is written before the row that refers to it, and never changed. */
export interface Blobs {
  /** Durable when it resolves. Writing the same key again is harmless. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Uint8Array | undefined>;
}
