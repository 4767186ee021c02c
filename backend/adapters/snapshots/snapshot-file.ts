import { open, readFile, rename, stat } from 'node:fs/promises';
import type { Snapshots } from '../../ports/snapshots.ts';

/** A snapshot in one file. It is written beside the old one, which it replaces once it is on disk. */
export function snapshotFile(path: string): Snapshots {
  /** One after the other, so that what was asked for last is what stays. */
  let writing = Promise.resolve();
  async function replace(parts: Iterable<Uint8Array>): Promise<void> {
    const fresh = `${path}.${process.pid}`;
    const file = await open(fresh, 'w');
    try {
      for (const part of parts) await file.writeFile(part);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, path);
  }
  return {
    async read() {
      return readFile(path).catch(() => undefined);
    },
    async savedAtMs() {
      return stat(path).then(
        ({ mtimeMs }) => Math.round(mtimeMs),
        () => null,
      );
    },
    async write(parts) {
      const written = writing.then(() => replace(parts));
      writing = written.catch(() => {});
      return written;
    },
  };
}
