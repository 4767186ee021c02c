import { randomUUID } from 'node:crypto';
import type { Versioned } from '../../domain/case/case.ts';
import { Failure } from '../../domain/failure.ts';
import type { Authored, SettingsChange, SettingsName, SettingsStore, SettingsVersion } from '../../ports/settings.ts';
import {
  afterPrefix,
  type Partition,
  type Row,
  type RowOperation,
  type TableBackend,
} from '../../ports/table-backend.ts';
import { Attempts } from './attempts.ts';
import { tenantPartition } from './keys.ts';
import { writeOver } from './simple-rows.ts';

/** Versions before the present one that are kept of each document. */
const mostKept = 50;

/**
 * Settings documents in table `core`. One that was never written reads as its default, at version 0. A version that is
 * replaced moves to a row of its own in the same commit, so that none is lost and each is stored once.
 */
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
    const { value, etag } = await this.#present(name);
    return { value, etag };
  }

  async write(
    name: SettingsName,
    document: unknown,
    ifMatch: string,
    authored?: Authored,
  ): Promise<Versioned<unknown>> {
    const [written] = await this.writeAll([{ name, document, ifMatch }], authored);
    return written as Versioned<unknown>;
  }

  async writeAll(changes: readonly SettingsChange[], authored?: Authored): Promise<Versioned<unknown>[]> {
    const attempts = new Attempts();
    const writer = randomUUID();
    for (;;) {
      const operations: RowOperation[] = [];
      const written: Versioned<unknown>[] = [];
      let done = 0;
      for (const { name, document, ifMatch } of changes) {
        const row = await this.#backend.get(this.#partition, name);
        // A write whose answer was lost finds its own mark.
        if (row?.value.writer === writer) done += 1;
        else operations.push(...this.#replace(name, row, document, ifMatch, { writer, authored: authored ?? null }));
        written.push({ value: document, etag: String(Number(ifMatch) + 1) });
      }
      if (done === changes.length) return written;
      const result = await this.#backend.commit(this.#partition, operations);
      if (result.kind === 'committed') return written;
      if (result.kind === 'unknown') await attempts.afterUnknown(result.cause);
      else await attempts.afterConflict();
    }
  }

  async versions(name: SettingsName): Promise<SettingsVersion[]> {
    const from = earlierRow(name, '');
    const rows = await this.#backend.range(this.#partition, { from, to: afterPrefix(from) });
    const earlier = rows.map((row) => this.#toVersion(name, row));
    const present = await this.#present(name);
    // A version that was replaced between the two readings is the present one no more, and no earlier one yet.
    return [present, ...earlier.filter(({ etag }) => Number(etag) < Number(present.etag))];
  }

  #replace(
    name: SettingsName,
    row: Row | undefined,
    document: unknown,
    ifMatch: string,
    mark: { writer: string; authored: Authored | null },
  ): RowOperation[] {
    const current = this.#toVersion(name, row);
    if (current.etag !== ifMatch) throw stale(name, current);
    const version = Number(current.etag);
    const { value, authored } = current;
    return [
      writeOver(row, name, { document, version: version + 1, ...mark }),
      { kind: 'upsert', row: earlierRow(name, version), value: { document: value, version, authored } },
      ...(version < mostKept ? [] : [{ kind: 'delete' as const, row: earlierRow(name, version - mostKept) }]),
    ];
  }

  async #present(name: SettingsName): Promise<SettingsVersion> {
    return this.#toVersion(name, await this.#backend.get(this.#partition, name));
  }

  #toVersion(name: SettingsName, row: Row | undefined): SettingsVersion {
    if (row === undefined) return { value: structuredClone(this.#defaults[name]), etag: '0', authored: null };
    const { document, version, authored } = row.value;
    return { value: document, etag: String(version), authored: (authored as Authored | undefined) ?? null };
  }
}

const lastVersion = 9_999_999_999;

/** The later version comes first. */
function earlierRow(name: SettingsName, version: number | ''): string {
  return `earlier|${name}|${version === '' ? '' : String(lastVersion - version).padStart(10, '0')}`;
}

function stale(name: SettingsName, current: Versioned<unknown>): Failure {
  const { value, etag } = current;
  return new Failure('stale', `Somebody else has changed the ${name} meanwhile.`, { current: { value, etag } });
}
