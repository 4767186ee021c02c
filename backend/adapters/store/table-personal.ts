import { randomUUID } from 'node:crypto';
import type { Versioned } from '../../domain/case/case.ts';
import { Failure } from '../../domain/failure.ts';
import type { Personal } from '../../ports/personal.ts';
import type { Partition, Row, TableBackend } from '../../ports/table-backend.ts';
import { Attempts } from './attempts.ts';
import { sha256, tenantPartition } from './keys.ts';
import { writeOver } from './simple-rows.ts';

interface PersonalKind<T> {
  /** Part of the rows' partition; never changes. */
  name: string;
  /** What of a stored document holds today, and the usual one for whoever has said nothing. */
  complete: (stored: T | undefined) => T;
  /** Said to whoever wrote over a version they did not see. */
  stale: string;
}

/** A row a person, in table `core`. */
export class TablePersonal<T> implements Personal<T> {
  readonly #backend: TableBackend;
  readonly #kind: PersonalKind<T>;
  readonly #partition: Partition;

  constructor(backend: TableBackend, kind: PersonalKind<T>, tenant = 'local') {
    this.#backend = backend;
    this.#kind = kind;
    this.#partition = tenantPartition('core', tenant, kind.name);
  }

  async read(agentId: string): Promise<Versioned<T>> {
    return this.#valueIn(await this.#backend.get(this.#partition, sha256(agentId)));
  }

  async write(agentId: string, value: T, ifMatch: string): Promise<Versioned<T>> {
    const attempts = new Attempts();
    const writer = randomUUID();
    const name = sha256(agentId);
    for (;;) {
      const present = await this.#backend.get(this.#partition, name);
      const current = this.#valueIn(present);
      // A write whose answer was lost finds its own mark.
      if (present?.value.writer === writer) return current;
      if (current.etag !== ifMatch) throw new Failure('stale', this.#kind.stale, { current });
      const etag = String(Number(current.etag) + 1);
      const row = { agentId, preferences: value, version: Number(etag), writer };
      const result = await this.#backend.commit(this.#partition, [writeOver(present, name, row)]);
      if (result.kind === 'committed') return { value, etag };
      if (result.kind === 'unknown') await attempts.afterUnknown(result.cause);
      else await attempts.afterConflict();
    }
  }

  #valueIn(row: Row | undefined): Versioned<T> {
    const value = this.#kind.complete(row?.value.preferences as T | undefined);
    return { value, etag: row === undefined ? '0' : String(row.value.version) };
  }
}
