import type { Snapshots } from '../../backend/ports/snapshots.ts';

/** A snapshot in memory. */
export class KeptSnapshot implements Snapshots {
  bytes: Uint8Array | undefined;
  async read() {
    return this.bytes;
  }
  async savedAtMs() {
    return this.bytes === undefined ? null : 0;
  }
  async write(parts: Iterable<Uint8Array>) {
    this.bytes = Buffer.concat([...parts]);
  }
}
