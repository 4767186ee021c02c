import type { CommitResult, Partition, Row, RowOperation, TableBackend } from '../../backend/ports/table-backend.ts';

/**
 * A process that dies at its nth commit: from then on every call hangs, as nothing runs in a dead process. The fatal
 * commit itself was written or not, as told.
 */
export class CrashingTables implements TableBackend {
  readonly #inner: TableBackend;
  readonly #fatal: { commit: number; written: boolean };
  #commits = 0;
  /** Resolves at the moment of death. */
  readonly crashed: Promise<void>;
  #die: () => void = () => {};
  #dead = false;

  constructor(inner: TableBackend, fatal: { commit: number; written: boolean }) {
    this.#inner = inner;
    this.#fatal = fatal;
    this.crashed = new Promise((resolve) => {
      this.#die = resolve;
    });
  }

  async commit(partition: Partition, operations: RowOperation[]): Promise<CommitResult> {
    if (this.#dead) return never();
    this.#commits += 1;
    if (this.#commits !== this.#fatal.commit) return this.#inner.commit(partition, operations);
    this.#dead = true;
    if (this.#fatal.written) await this.#inner.commit(partition, operations);
    this.#die();
    return never();
  }

  async get(partition: Partition, row: string): Promise<Row | undefined> {
    return this.#dead ? never() : this.#inner.get(partition, row);
  }

  async range(partition: Partition, bounds: { from?: string; to?: string; limit?: number }): Promise<Row[]> {
    return this.#dead ? never() : this.#inner.range(partition, bounds);
  }

  async ping(): Promise<void> {
    return this.#dead ? never() : this.#inner.ping();
  }

  async close(): Promise<void> {}
}

function never(): Promise<never> {
  return new Promise(() => {});
}
