import type { Blobs } from '../../backend/ports/blobs.ts';

export class MemoryBlobs implements Blobs {
  readonly stored = new Map<string, Uint8Array>();

  async put(key: string, bytes: Uint8Array): Promise<void> {
    this.stored.set(key, bytes.slice());
  }

  async delete(key: string): Promise<void> {
    this.stored.delete(key);
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    return this.stored.get(key)?.slice();
  }
}
