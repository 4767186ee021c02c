import { Worker } from 'node:worker_threads';

/** Beyond it, writing the file anew would keep everybody waiting for longer than writers are patient. */
const mostBytes = 512 * 1024 * 1024;

const source = `
  const { workerData } = require('node:worker_threads');
  const { createRequire } = require('node:module');
  const Database = createRequire(workerData.base)('libsql');
  const db = new Database(workerData.path);
  db.pragma('busy_timeout = 10000');
  const [{ page_count: pages }] = db.pragma('page_count');
  const [{ page_size: size }] = db.pragma('page_size');
  if (pages * size <= workerData.mostBytes) db.exec('VACUUM');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();`;

/**
 * Writes a database file anew, in a thread of its own: pages keep shreds of what was moved between them, and nothing else
 * gets rid of those. Files of more than 512 MB are left as they are. Others may read meanwhile; who writes waits.
 */
export function compactFile(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(source, { eval: true, workerData: { path, mostBytes, base: import.meta.url } });
    worker.unref();
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
}
