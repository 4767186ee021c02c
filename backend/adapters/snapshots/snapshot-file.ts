import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Snapshots } from '../../ports/snapshots.ts';

/** A snapshot in one file. It is written beside the old one, which it replaces once it is on disk. */
export function snapshotFile(path: string): Snapshots {
  /** One after the other, so that what was asked for last is what stays. */
  let writing = Promise.resolve();
  async function replace(parts: Iterable<Uint8Array>): Promise<void> {
    await removeLeftovers(path);
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

/** What processes were writing when they were killed. */
async function removeLeftovers(path: string): Promise<void> {
  const folder = dirname(path);
  for (const name of await readdir(folder)) {
    const pid = name.startsWith(`${basename(path)}.`) ? Number(name.slice(basename(path).length + 1)) : Number.NaN;
    if (Number.isInteger(pid) && pid !== process.pid && !isAlive(pid)) await rm(join(folder, name), { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
