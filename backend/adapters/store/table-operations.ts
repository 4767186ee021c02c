import type { Operation, Operations } from '../../ports/operations.ts';
import type { TableBackend } from '../../ports/table-backend.ts';
import { safeKey, tenantPartition } from './keys.ts';
import { writeRepeatably } from './simple-rows.ts';

/** One row for each operation under way; usually none. */
export class TableOperations implements Operations {
  readonly #backend: TableBackend;
  readonly #tenant: string;

  constructor(backend: TableBackend, tenant = 'local') {
    this.#backend = backend;
    this.#tenant = tenant;
  }

  async begin(operation: Operation): Promise<void> {
    const row = safeKey(operation.opId);
    await writeRepeatably(this.#backend, this.#partition(), [{ kind: 'upsert', row, value: { ...operation } }]);
  }

  async end(opId: string): Promise<void> {
    await writeRepeatably(this.#backend, this.#partition(), [{ kind: 'delete', row: safeKey(opId) }]);
  }

  async unfinished(): Promise<Operation[]> {
    const rows = await this.#backend.range(this.#partition(), {});
    return rows.map((row) => row.value as unknown as Operation);
  }

  #partition() {
    return tenantPartition('sync', this.#tenant, 'operations');
  }
}
