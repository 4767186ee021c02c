import type { Erasure, Erasures } from '../../ports/erasures.ts';
import type { TableBackend } from '../../ports/table-backend.ts';
import { safeKey, tenantPartition } from './keys.ts';
import { writeRepeatably } from './simple-rows.ts';

/** A row for each erasure under way; usually none. */
export class TableErasures implements Erasures {
  readonly #backend: TableBackend;
  readonly #tenant: string;

  constructor(backend: TableBackend, tenant = 'local') {
    this.#backend = backend;
    this.#tenant = tenant;
  }

  async put(erasure: Erasure): Promise<void> {
    const row = safeKey(erasure.id);
    await writeRepeatably(this.#backend, this.#partition(), [{ kind: 'upsert', row, value: { ...erasure } }]);
  }

  async end(id: string): Promise<void> {
    await writeRepeatably(this.#backend, this.#partition(), [{ kind: 'delete', row: safeKey(id) }]);
  }

  async unfinished(): Promise<Erasure[]> {
    const rows = await this.#backend.range(this.#partition(), {});
    return rows.map((row) => row.value as unknown as Erasure);
  }

  #partition() {
    return tenantPartition('sync', this.#tenant, 'erasures');
  }
}
