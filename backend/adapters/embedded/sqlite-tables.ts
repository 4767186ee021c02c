import { setTimeout as sleep } from 'node:timers/promises';
import { Failure, isFailure } from '../../domain/failure.ts';
import type { CacheState } from '../../ports/read-model-state.ts';
import type { CommitResult, Partition, Row, RowOperation, TableBackend } from '../../ports/table-backend.ts';
import { checkCommit, checkKey } from '../../ports/table-limits.ts';
import { Checkpoints } from './checkpoints.ts';
import { compactFile } from './compact-file.ts';
import { isBusy, openRowsFile, type PreparedCommit, type RowsFile } from './rows-file.ts';

/** Turns of the event loop that a commit waits at most for others to share its fsync. */
const mostTurns = 8;

interface Waiting extends PreparedCommit {
  resolve(result: CommitResult): void;
  reject(error: unknown): void;
}

export interface SqliteTablesOptions {
  /** Path of the database file; its folder must exist. */
  path: string;
  /** How long to wait for another process that is writing. */
  patienceMs?: number;
}

/**
 * The truth in one SQLite file that several processes may share. Commits that arrive in turns of the event loop which
 * follow one another share one transaction and one fsync. @throws Failure `unavailable` when the file cannot be opened
 */
export function openSqliteTables(options: SqliteTablesOptions): TableBackend & { forget(): Promise<void> } {
  try {
    return new SqliteTables(openRowsFile(options.path), options.path, options.patienceMs ?? 10_000);
  } catch (error) {
    throw new Failure('unavailable', 'The database file cannot be opened.', { cause: error });
  }
}

class SqliteTables implements TableBackend {
  readonly #file: RowsFile;
  readonly #path: string;
  readonly #checkpoints: Checkpoints;
  readonly #patienceMs: number;
  #waiting: Waiting[] = [];
  #flushing: Promise<void> | undefined;
  #closed = false;

  constructor(file: RowsFile, path: string, patienceMs: number) {
    this.#file = file;
    this.#path = path;
    this.#checkpoints = new Checkpoints(
      path,
      () => file.beginJournal(),
      () => file.checkpointItself(),
    );
    this.#patienceMs = patienceMs;
  }

  async commit(partition: Partition, operations: RowOperation[]): Promise<CommitResult> {
    const texts = checkCommit(partition.key, operations);
    this.#mustBeOpen();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ partition, operations, texts, resolve, reject });
      this.#flushing ??= this.#flush();
    });
  }

  async get(partition: Partition, row: string): Promise<Row | undefined> {
    checkKey(partition.key);
    checkKey(row);
    return this.#read(() => this.#file.get(partition, row));
  }

  async range(partition: Partition, bounds: { from?: string; to?: string; limit?: number }): Promise<Row[]> {
    checkKey(partition.key);
    return this.#read(() => this.#file.range(partition, bounds));
  }

  version(): number | undefined {
    try {
      return this.#closed ? undefined : this.#file.version();
    } catch {
      return undefined;
    }
  }

  cache(): CacheState {
    return this.#file.cache();
  }

  /** Leaves nothing of what was overwritten in the files. */
  async forget(): Promise<void> {
    this.#mustBeOpen();
    await this.#checkpoints.settled();
    await compactFile(this.#path);
    await this.#read(() => this.#file.forget());
  }

  async ping(): Promise<void> {
    await this.#read(() => this.#file.ping());
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#flushing;
    await this.#checkpoints.close();
    this.#file.close();
  }

  async #flush(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#untilNobodyJoins();
      const group = this.#waiting;
      this.#waiting = [];
      await this.#write(group);
    }
    this.#flushing = undefined;
  }

  /** An fsync costs more than some turns of the event loop, in which more and more commits come along under load. */
  async #untilNobodyJoins(): Promise<void> {
    for (let turn = 0; turn < mostTurns; turn++) {
      const before = this.#waiting.length;
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#waiting.length === before) return;
    }
  }

  async #write(group: Waiting[]): Promise<void> {
    try {
      const results = await this.#retryWhileBusy(() => this.#file.commitGroup(group));
      this.#checkpoints.written(group.reduce((rows, { operations }) => rows + operations.length, 0));
      group.forEach((waiting, i) => {
        waiting.resolve(results[i] ?? { kind: 'unknown', cause: undefined });
      });
    } catch (error) {
      for (const waiting of group) {
        if (isFailure(error)) waiting.reject(error);
        else waiting.resolve({ kind: 'unknown', cause: error });
      }
    }
  }

  async #read<T>(action: () => T): Promise<T> {
    this.#mustBeOpen();
    try {
      return await this.#retryWhileBusy(action);
    } catch (error) {
      if (isFailure(error)) throw error;
      throw new Failure('unavailable', 'The database file cannot be read.', { cause: error });
    }
  }

  /** Waits off the thread, so that a busy file does not stop everything else in this process. */
  async #retryWhileBusy<T>(action: () => T): Promise<T> {
    const deadline = performance.now() + this.#patienceMs;
    for (let pause = 1; ; pause = Math.min(pause * 2, 50)) {
      try {
        return action();
      } catch (error) {
        if (!isBusy(error)) throw error;
        if (performance.now() > deadline) {
          throw new Failure('unavailable', 'Another process keeps the database file busy.', { cause: error });
        }
      }
      await sleep(pause * (0.5 + Math.random()));
    }
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new Failure('unavailable', 'The database file is closed.');
  }
}
