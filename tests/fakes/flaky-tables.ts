import type { CommitResult, Partition, Row, RowOperation, TableBackend } from '../../backend/ports/table-backend.ts';

/** What happens to one commit: it works, its answer is lost after or before the write, or it lands after the answer. */
export type Mishap = 'none' | 'lost-after' | 'lost-before' | 'late';

const cause = new Error('The connection was cut.');

/** A backend whose commits go wrong as `next` says. */
export class FlakyTables implements TableBackend {
  readonly #inner: TableBackend;
  readonly #next: () => Mishap;
  #late: Promise<unknown> = Promise.resolve();

  constructor(inner: TableBackend, next: () => Mishap) {
    this.#inner = inner;
    this.#next = next;
  }

  async commit(partition: Partition, operations: RowOperation[]): Promise<CommitResult> {
    const mishap = this.#next();
    if (mishap === 'none') return this.#inner.commit(partition, operations);
    if (mishap === 'lost-after') await this.#inner.commit(partition, operations);
    if (mishap === 'late') this.#late = Promise.all([this.#late, this.#commitLater(partition, operations)]);
    return { kind: 'unknown', cause };
  }

  get(partition: Partition, row: string): Promise<Row | undefined> {
    return this.#inner.get(partition, row);
  }

  range(partition: Partition, bounds: { from?: string; to?: string; limit?: number }): Promise<Row[]> {
    return this.#inner.range(partition, bounds);
  }

  ping(): Promise<void> {
    return this.#inner.ping();
  }

  async close(): Promise<void> {
    await this.#late;
    await this.#inner.close();
  }

  async #commitLater(partition: Partition, operations: RowOperation[]): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 30));
    await this.#inner.commit(partition, operations);
  }
}

/** Mishaps at random, but the same ones in every run. `share` of all commits go wrong in one of the ways of `kinds`. */
export function randomMishaps(
  seed: number,
  share: number,
  kinds: readonly Mishap[] = ['lost-after', 'lost-before', 'late'],
): () => Mishap {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return () => (random() < share ? (kinds[Math.floor(random() * kinds.length)] ?? 'none') : 'none');
}
