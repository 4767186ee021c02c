import { createHash } from 'node:crypto';
import type { Versioned } from '../../domain/case/case.ts';
import { Failure } from '../../domain/failure.ts';
import type { Partition, Row, RowOperation, TableBackend } from '../../ports/table-backend.ts';
import { Attempts } from './attempts.ts';
import { safeKey, tenantPartition } from './keys.ts';

/** Things of one kind that people keep under a name, a row each. Their version follows from what they hold. */
export class NamedRows<T extends { id: string }> {
  readonly #backend: TableBackend;
  readonly #partition: Partition;
  readonly #noun: string;

  /** @param kind name of the partition @param noun what one of them is called in a message */
  constructor(backend: TableBackend, kind: string, noun: string, tenant = 'local') {
    this.#backend = backend;
    this.#noun = noun;
    this.#partition = tenantPartition('core', tenant, kind);
  }

  async all(): Promise<Versioned<T>[]> {
    return (await this.#backend.range(this.#partition, {})).map((row) => toItem<T>(row));
  }

  async get(id: string): Promise<Versioned<T> | undefined> {
    const row = await this.#backend.get(this.#partition, safeKey(id));
    return row && toItem<T>(row);
  }

  async put(item: T, ifMatch: string | null): Promise<Versioned<T>> {
    const row = safeKey(item.id);
    const value = { ...item };
    const written = versionOf(item);
    await this.#change(item.id, ifMatch, written, (present) =>
      present === undefined ? { kind: 'create', row, value } : { kind: 'replace', row, value, ifMatch: present.etag },
    );
    return { value: item, etag: versionOf(item) };
  }

  async remove(id: string, ifMatch: string): Promise<void> {
    const row = safeKey(id);
    await this.#change(id, ifMatch, null, (present) => ({
      kind: 'delete',
      row,
      ...(present && { ifMatch: present.etag }),
    }));
  }

  /** A write whose answer was lost is found to be there already when it is tried again. */
  async #change(
    id: string,
    ifMatch: string | null,
    wanted: string | null,
    operation: (present: Row | undefined) => RowOperation,
  ): Promise<void> {
    const attempts = new Attempts();
    for (let tried = false; ; ) {
      const present = await this.#backend.get(this.#partition, safeKey(id));
      const version = present === undefined ? null : toItem<T>(present).etag;
      if (version !== ifMatch) {
        if (tried && version === wanted) return;
        throw new Failure('stale', `Somebody changed the ${this.#noun} meanwhile.`, {
          current: present && toItem<T>(present),
        });
      }
      const result = await this.#backend.commit(this.#partition, [operation(present)]);
      if (result.kind === 'committed') return;
      if (result.kind === 'conflict') continue;
      tried = true;
      await attempts.afterUnknown(result.cause);
    }
  }
}

function toItem<T>(row: Row): Versioned<T> {
  const value = row.value as T;
  return { value, etag: versionOf(value) };
}

function versionOf(item: unknown): string {
  return createHash('sha256').update(JSON.stringify(item)).digest('hex').slice(0, 16);
}
