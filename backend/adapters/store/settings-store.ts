import { randomUUID } from 'node:crypto';
import type { Versioned } from '../../domain/case/case.ts';
import { Failure } from '../../domain/failure.ts';
import type { SettingsName, SettingsStore } from '../../ports/settings.ts';
import type { Partition, Row, TableBackend } from '../../ports/table-backend.ts';
import { Attempts } from './attempts.ts';
import { tenantPartition } from './keys.ts';
import { writeOver } from './simple-rows.ts';

/** Settings documents in table `core`. One that was never written reads as its default, at version 0. */
export class TableSettingsStore implements SettingsStore {
  readonly #backend: TableBackend;
  readonly #partition: Partition;
  readonly #defaults: Record<SettingsName, unknown>;

  constructor(backend: TableBackend, defaults: Record<SettingsName, unknown>, tenant = 'local') {
    this.#backend = backend;
    this.#defaults = defaults;
    this.#partition = tenantPartition('core', tenant, 'cfg');
  }

  async read(name: SettingsName): Promise<Versioned<unknown>> {
    return this.#toDocument(name, await this.#backend.get(this.#partition, name));
  }

  async write(name: SettingsName, document: unknown, ifMatch: string): Promise<Versioned<unknown>> {
    const attempts = new Attempts();
    const writer = randomUUID();
    for (;;) {
      const present = await this.#backend.get(this.#partition, name);
      // A write whose answer was lost finds its own mark.
      if (present?.value.writer === writer) return this.#toDocument(name, present);
      const current = this.#toDocument(name, present);
      if (current.etag !== ifMatch) throw stale(name, current);
      const etag = String(Number(current.etag) + 1);
      const value = { document, version: Number(etag), writer };
      const result = await this.#backend.commit(this.#partition, [writeOver(present, name, value)]);
      if (result.kind === 'committed') return { value: document, etag };
      if (result.kind === 'unknown') await attempts.afterUnknown(result.cause);
      else await attempts.afterConflict();
    }
  }

  #toDocument(name: SettingsName, row: Row | undefined): Versioned<unknown> {
    if (row === undefined) return { value: structuredClone(this.#defaults[name]), etag: '0' };
    return { value: row.value.document, etag: String(row.value.version) };
  }
}

function stale(name: SettingsName, current: Versioned<unknown>): Failure {
  return new Failure('stale', `Somebody else has changed the ${name} meanwhile.`, { current });
}
