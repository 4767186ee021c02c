import { Worker } from 'node:worker_threads';

/** Rows written, some four pages each, after which the journal is worth taking over. */
const rowsBetween = 512;
/** Pages of the journal after which it is to begin anew, 16 MB: whoever starts after a crash reads all of it. */
const longJournal = 4_096;

const source = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { createRequire } = require('node:module');
  const Database = createRequire(workerData.base)('libsql');
  const db = new Database(workerData.path);
  db.pragma('busy_timeout = 1000');
  db.pragma('cache_size = -1024');
  parentPort.on('message', (message) => {
    if (message === 'close') {
      db.close();
      parentPort.close();
      return;
    }
    let pages = 0;
    try {
      pages = db.pragma('wal_checkpoint(PASSIVE)')[0].log;
    } catch (error) {
      if (!String(error.code).startsWith('SQLITE_BUSY')) throw error;
    }
    parentPort.postMessage(pages);
  });`;

/**
 * Takes what was committed to the journal over into the database file, in a thread of its own: done within a commit, as
 * SQLite would by itself, it keeps everybody waiting for some thirty milliseconds. Nothing depends on it but the length of the
 * journal, so the thread begins with the first write of some size.
 */
export class Checkpoints {
  readonly #path: string;
  readonly #long: () => void;
  readonly #failed: () => void;
  #worker: Worker | undefined;
  #rows = 0;
  #running: Promise<void> | undefined;
  #ended = false;

  /**
   * @param long called when nearly all of a long journal has been taken over and whoever writes should begin it anew
   * @param failed called once should the thread be lost; then the journal must be taken over some other way
   */
  constructor(path: string, long: () => void, failed: () => void) {
    this.#path = path;
    this.#long = long;
    this.#failed = failed;
  }

  written(rows: number): void {
    this.#rows += rows;
    if (this.#rows < rowsBetween || this.#running !== undefined || this.#ended) return;
    this.#rows = 0;
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  /** Resolves once none is under way. */
  async settled(): Promise<void> {
    // Who waits must not find the process ended.
    this.#worker?.ref();
    await this.#running;
    this.#worker?.unref();
  }

  /** To be called before the file is closed, so that closing it takes over the rest. */
  async close(): Promise<void> {
    this.#ended = true;
    await this.settled();
    const worker = this.#worker;
    if (worker === undefined) return;
    worker.ref();
    const gone = new Promise((resolve) => worker.once('exit', resolve));
    worker.postMessage('close');
    await gone;
  }

  #run(): Promise<void> {
    this.#worker ??= this.#start();
    const worker = this.#worker;
    return new Promise((resolve) => {
      const taken = (pages: number) => {
        if (pages > longJournal) this.#long();
        over();
      };
      const over = () => {
        worker.off('message', taken).off('exit', over);
        resolve();
      };
      worker.once('message', taken).once('exit', over);
      worker.postMessage('checkpoint');
    });
  }

  #start(): Worker {
    const workerData = { path: this.#path, base: import.meta.url };
    const worker = new Worker(source, { eval: true, workerData });
    worker.unref();
    // An error ends the thread.
    worker.on('error', () => {});
    worker.once('exit', () => {
      this.#worker = undefined;
      if (this.#ended) return;
      this.#ended = true;
      this.#failed();
    });
    return worker;
  }
}
